import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { displayWidth, plainScreen } from '../../views/index.ts';
import { createProgress } from './progress.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched(hasProgress = true) {
  const lines: string[] = [];
  const terminal = {
    hasProgress,
    logScreen: { ...plainScreen, width: 70 },
    log: (line: string) => lines.push(`log ${line}`),
    showProgress: (line: string) => lines.push(line),
  };
  const progress = createProgress(terminal, { verbose: false, label: 'deploying to prod' });
  return { lines, progress };
}

describe('the progress line', () => {
  it('is not there for what takes less than a second', () => {
    const { lines, progress } = watched();
    progress.emit({ kind: 'progress', message: 'read', data: { done: 1, total: 2 } });
    vi.advanceTimersByTime(900);
    progress.close();
    expect(lines).toEqual(['']);
  });

  it('shows how far it is, what goes on and for how long, and ticks while nothing is heard', () => {
    const { lines, progress } = watched();
    progress.emit({ kind: 'progress', message: '5 of 20 steps', data: { done: 5, total: 20 } });
    progress.emit({ kind: 'step-started', message: 'update routing_queue/A' });
    progress.emit({ kind: 'lease-renewed', message: 'The lease was renewed.' });
    vi.advanceTimersByTime(2_500);
    progress.close();
    expect(lines).toEqual([
      '[#####...............] 5/20  1 s  update routing_queue/A',
      '[#####...............] 5/20  2 s  update routing_queue/A',
      '',
    ]);
  });

  it('never fills the line, whatever names hold', () => {
    const { lines, progress } = watched();
    progress.emit({ kind: 'step-started', message: `update routing_queue/${'東京'.repeat(40)}\u001B[2J` });
    vi.advanceTimersByTime(1_000);
    progress.close();
    expect(lines.filter((line) => displayWidth(line) > 66 || line.includes('\u001B'))).toEqual([]);
  });

  it('keeps no timer where nobody watches', () => {
    const { lines, progress } = watched(false);
    vi.advanceTimersByTime(5_000);
    progress.close();
    expect(lines).toEqual(['']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
