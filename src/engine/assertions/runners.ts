import type { JsonObject } from '../../core/index.ts';
import type { TestAnswer } from '../../core/assertion/index.ts';

/** A request that a test makes; secrets are in it in plain text. */
export interface HttpProbe {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly timeoutMs: number;
}

/** A program that a test runs, with what it gets to know on its standard input. */
export interface ProgramCall {
  readonly run: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly facts: JsonObject;
  readonly timeoutMs: number;
}

/**
 * What tests need of the outside. Whoever puts a program together gives what it is meant to do: a server leaves `command`
 * out. No call throws for what the other side does: it answers `error` or `timeout`, and then nothing of it goes on running here;
 * the same once the signal is aborted, and what is answered then counts for nothing.
 */
export interface TestRunners {
  /** Executes a data action, as the platform does for a test of it. It reaches the system behind the action. */
  readonly action?: (
    call: { readonly id: string; readonly inputs: JsonObject; readonly timeoutMs: number },
    signal: AbortSignal,
  ) => Promise<TestAnswer>;
  readonly http?: (probe: HttpProbe, signal: AbortSignal) => Promise<TestAnswer>;
  readonly command?: (call: ProgramCall, signal: AbortSignal) => Promise<TestAnswer>;
  /** The text that a reference stands for; throws a `SignalboxError` without it. */
  readonly secret?: (reference: string) => Promise<string>;
}
