import type { Screen } from '../views/index.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';

/** How results are printed. */
export type Format = 'human' | 'json' | 'markdown' | 'sarif' | 'junit';

/** Flags that every command takes. */
export interface GlobalOptions {
  /** Directory of the project; the current one by default. */
  readonly project?: string;
  readonly verbose?: boolean;
  readonly format?: Format;
}

/** What a command gets besides its own flags. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Absolute. */
  readonly projectDirectory: string;
  readonly verbose: boolean;
  readonly format: Format;
  readonly screen: Screen;
}

/** The body of a command. Throws `SignalboxError`s; returns the exit code otherwise. */
export type CommandBody<Options> = (context: CommandContext, options: Options) => Promise<ExitCode>;
