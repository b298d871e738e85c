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

/** Progress for one command. `close` must be called; it removes the line. */
function createProgress(terminal: Terminal, options: { readonly verbose: boolean; readonly label: string }): Progress {
  let latest = options.label;
  let visible = false;
  const show = () => terminal.showProgress(fit(latest, terminal.logScreen.width));
  const timer = setTimeout(() => {
    visible = true;
    show();
  }, quietMs);
  timer.unref();
  return {
    emit: (event) => {
      latest = `${barOf(event.data)}${event.message}`;
      if (options.verbose) terminal.log(`${event.kind}: ${event.message}`);
      else if (visible) show();
    },
    close: () => {
      clearTimeout(timer);
      terminal.showProgress('');
    },
  };
}

function barOf(data: ProgressEvent['data']): string {
  const done = data?.['done'];
  const total = data?.['total'];
  if (typeof done !== 'number' || typeof total !== 'number' || total <= 0) return '';
  const filled = Math.round((Math.min(done, total) / total) * barWidth);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${done}/${total} `;
}

function fit(line: string, width: number): string {
  return line.length < width ? line : `${line.slice(0, width - 2)}…`;
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
