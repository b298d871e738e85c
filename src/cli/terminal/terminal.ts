import { createInterface } from 'node:readline/promises';
import { type Screen } from '../../views/index.ts';
import { watchSignals } from './signals.ts';

/** The world a command runs in: where it prints, what it is asked with, and when it is told to stop. */
export interface Terminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results, on stdout. */
  readonly write: (text: string) => void;
  /** Everything else, on stderr, one line. */
  readonly log: (line: string) => void;
  /** Replaces the progress line on stderr; empty removes it. Does nothing when stderr is no terminal. */
  readonly showProgress: (line: string) => void;
  readonly screen: Screen;
  readonly logScreen: Screen;
  /** True when a person can be asked. */
  readonly interactive: boolean;
  readonly hasProgress: boolean;
  readonly ask: (question: string) => Promise<string>;
  /** Aborted by the first SIGINT or SIGTERM; a second one ends the process at once. */
  readonly stop: AbortSignal;
  /** Takes the signal handlers away. */
  readonly close: () => void;
}

const clearLine = '\r\u001B[2K';

/** The terminal of a process; handles its signals and closed pipes from now on. */
export function createTerminal(owner: NodeJS.Process): Terminal {
  const stopping = watchSignals(owner);
  endOnClosedPipe(owner);
  const hasProgress = owner.stderr.isTTY && owner.env['TERM'] !== 'dumb' && owner.env['CI'] === undefined;
  let progress = '';
  const show = (line: string) => {
    if (!hasProgress || line === progress) return;
    owner.stderr.write(clearLine + line);
    progress = line;
  };
  // However the process ends, the line does not stay behind.
  owner.on('exit', () => show(''));
  return {
    cwd: owner.cwd(),
    environment: owner.env,
    write: (text) => {
      show('');
      owner.stdout.write(text);
    },
    log: (line) => {
      show('');
      owner.stderr.write(`${line}\n`);
    },
    showProgress: show,
    screen: screenOf(owner.stdout, owner.env),
    logScreen: screenOf(owner.stderr, owner.env),
    interactive: owner.stdin.isTTY && owner.stderr.isTTY,
    hasProgress,
    ask: (question) => askOn(owner, question, stopping.signal),
    stop: stopping.signal,
    close: stopping.close,
  };
}

function screenOf(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Screen {
  const wanted = environment['FORCE_COLOR'];
  const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb' || wanted === '0';
  const forced = wanted !== undefined && wanted !== '' && wanted !== '0';
  const columns = stream.isTTY ? stream.columns : 80;
  return { width: Math.max(40, columns || 80), colour: !refused && (stream.isTTY || forced), unfolded: false };
}

async function askOn(owner: NodeJS.Process, question: string, signal: AbortSignal): Promise<string> {
  const reader = createInterface({ input: owner.stdin, output: owner.stderr });
  try {
    return await reader.question(question, { signal });
  } finally {
    reader.close();
  }
}

/** A reader that goes away (`signalbox history | head`) is no error. */
function endOnClosedPipe(owner: NodeJS.Process): void {
  for (const stream of [owner.stdout, owner.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') owner.exit(owner.exitCode ?? 0);
      throw error;
    });
  }
}
