/** What tells a command to stop. */
export interface Stopping {
  readonly signal: AbortSignal;
  readonly close: () => void;
}

const numbers = { SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Turns the first SIGINT or SIGTERM into an abort, so that a command can come to rest; the second one ends the process
 * at once with the shell's exit code for that signal. What was running is then settled by `resume`.
 */
export function watchSignals(owner: NodeJS.Process): Stopping {
  const controller = new AbortController();
  const onSignal = (name: keyof typeof numbers) => {
    if (controller.signal.aborted) owner.exit(128 + numbers[name]);
    controller.abort(name);
  };
  const onInterrupt = () => onSignal('SIGINT');
  const onTerminate = () => onSignal('SIGTERM');
  owner.on('SIGINT', onInterrupt);
  owner.on('SIGTERM', onTerminate);
  return {
    signal: controller.signal,
    close: () => {
      owner.off('SIGINT', onInterrupt);
      owner.off('SIGTERM', onTerminate);
    },
  };
}
