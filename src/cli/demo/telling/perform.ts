import { cliError } from '../../errors.ts';
import type { Stage } from '../stage.ts';
import type { Excerpt } from './excerpt.ts';
import { startCommand, type CommandResult, type RunningCommand } from './run-command.ts';

/** How a command should end, and what the story shows of its output. */
export interface Performance extends Excerpt {
  /** 0 by default. */
  readonly exitCode?: number;
  /** Shows the lines of stderr that match this, before stdout. */
  readonly log?: RegExp;
}

/** Runs `signalbox` with these words as a user would, and shows it. SB6021 when it ends with another exit code. */
export async function perform(
  stage: Stage,
  words: readonly string[],
  performance: Performance = {},
): Promise<CommandResult> {
  stage.narrator.command(words);
  const result = await begin(stage, words).done;
  stage.stop.throwIfAborted();
  const log = result.stderr.split('\n').filter((line) => performance.log?.test(line));
  if (log.length > 0) stage.narrator.output(log.join('\n'), {});
  stage.narrator.output(result.stdout, performance);
  const expected = performance.exitCode ?? 0;
  if (result.exitCode !== expected) {
    const end = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-20).join('\n');
    throw cliError(
      'SB6021',
      `signalbox ${words.join(' ')} ended with ${result.exitCode ?? 'a signal'} instead of ${expected}. Its last lines: ${end}`,
    );
  }
  return result;
}

/** Starts a command without showing what it prints. */
export function begin(stage: Stage, words: readonly string[]): RunningCommand {
  return startCommand(stage.commandLine, words, { directory: stage.project, stop: stage.stop });
}
