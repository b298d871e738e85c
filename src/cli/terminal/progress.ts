import { printable, wrapText } from '../../views/index.ts';
import type { Terminal } from './terminal.ts';

/** A fact about something that runs, as the engine emits it. */
export interface ProgressEvent {
  readonly kind: string;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** Shows what runs, on stderr: one changing line on a terminal after a second, or lines with `--verbose`. */
export interface Progress {
  readonly emit: (event: ProgressEvent) => void;
  readonly close: () => void;
}

const quietMs = 1000;
const barWidth = 20;
/** Facts that say what is going on now; others would hide them. */
const telling: readonly string[] = [
  'reading',
  'step-started',
  'step-waiting',
  'test-finished',
  'wave-finished',
  'platform.wait',
];

/** Progress for one command. `close` must be called; it removes the line. */
export function createProgress(
  terminal: Pick<Terminal, 'showProgress' | 'log' | 'logScreen' | 'hasProgress'>,
  options: { readonly verbose: boolean; readonly label: string },
): Progress {
  const started = Date.now();
  let bar = '';
  let doing = options.label;
  const show = (): void => {
    const seconds = Math.floor((Date.now() - started) / 1000);
    if (seconds * 1000 >= quietMs) terminal.showProgress(fit(`${bar}${seconds} s  ${doing}`, terminal.logScreen.width));
  };
  // Repainted every second: the seconds show that it lives, also while one answer takes long.
  const timer = terminal.hasProgress ? setInterval(show, quietMs) : undefined;
  timer?.unref();
  return {
    emit: (event) => {
      bar = barOf(event.data) ?? bar;
      if (telling.includes(event.kind)) doing = event.message;
      if (options.verbose) terminal.log(printable(`${event.kind}: ${event.message}`));
      // Where nobody sees the line above, a pause would look like a standstill.
      else if (!terminal.hasProgress && event.data?.['pauseUntil'] !== undefined)
        terminal.log(printable(event.message));
      show();
    },
    close: () => {
      clearInterval(timer);
      terminal.showProgress('');
    },
  };
}

function barOf(data: ProgressEvent['data']): string | undefined {
  const done = data?.['done'];
  const total = data?.['total'];
  if (typeof done !== 'number' || typeof total !== 'number' || total <= 0) return undefined;
  const filled = Math.round((Math.min(done, total) / total) * barWidth);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${done}/${total}  `;
}

/** One line that leaves room for an echoed `^C` before the last column, where terminals would break it and keep half. */
function fit(line: string, width: number): string {
  const [first = '', ...more] = wrapText(printable(line), width - 5);
  return more.length === 0 ? first : `${first}…`;
}

/** Runs the work with progress of its own, which is gone when the work ends. */
export async function withProgress<Result>(
  context: { readonly terminal: Terminal; readonly verbose: boolean },
  label: string,
  work: (emit: (event: ProgressEvent) => void) => Promise<Result>,
): Promise<Result> {
  const progress = createProgress(context.terminal, { verbose: context.verbose, label });
  try {
    return await work(progress.emit);
  } finally {
    progress.close();
  }
}
