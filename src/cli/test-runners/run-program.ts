import { spawn, type ChildProcess } from 'node:child_process';
import type { TestAnswer } from '../../core/assertion/index.ts';
import type { ProgramCall } from '../../engine/index.ts';

/** How much of a program's output is kept: its end, more than is ever told, so that no secret in it is cut before it is found. */
const keptBytes = 64_000;
/** Variables of this process that a program gets; anything else, credentials above all, it must be given. */
const inherited = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ', 'SystemRoot'];

/** Where programs run, and the variables of this process. */
export interface ProgramGround {
  readonly directory: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a program to its end, its time limit or the signal, with the facts as JSON on its standard input. It gets a process
 * group of its own, which a terminal's signals do not reach; the whole group is killed before this resolves, and when this
 * process exits.
 */
export async function runProgram(
  { directory, variables }: ProgramGround,
  call: ProgramCall,
  signal?: AbortSignal,
): Promise<TestAnswer> {
  const [program = '', ...args] = call.run;
  const kept = Object.fromEntries(
    inherited.flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]]])),
  );
  const child = spawn(program, args, { cwd: directory, env: { ...kept, ...call.env }, detached: true, stdio: 'pipe' });
  const tail = keepTail(child);
  child.stdin?.on('error', () => undefined).end(`${JSON.stringify(call.facts)}\n`);
  const kill = (): void => killGroup(child);
  signal?.addEventListener('abort', kill);
  process.once('exit', kill);
  if (signal?.aborted === true) kill();
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    kill();
  }, call.timeoutMs);
  try {
    const exitCode = await ended(child);
    return isTimedOut ? { kind: 'timeout', output: tail() } : { kind: 'command', exitCode, output: tail() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: 'error', message: `${program} can not be run (${code ?? 'unknown reason'})` };
  } finally {
    clearTimeout(timer);
    process.off('exit', kill);
    signal?.removeEventListener('abort', kill);
  }
}

/** The exit code once the program itself ended; what it left running must not keep us by holding its output open. */
function ended(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      killGroup(child);
      const settle = (): void => resolve(code ?? undefined);
      child.once('close', settle);
      setTimeout(settle, 1_000).unref();
    });
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}

function keepTail(child: ChildProcess): () => string {
  let kept = Buffer.alloc(0);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      kept = Buffer.concat([kept, chunk]).subarray(-keptBytes);
    });
  return () => kept.toString('utf8');
}
