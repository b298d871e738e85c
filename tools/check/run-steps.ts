import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Step } from './steps.ts';

/** How one step ended. `output` is what it printed on both streams. */
export interface StepResult {
  readonly step: Step;
  readonly passed: boolean;
  readonly output: string;
  readonly durationMs: number;
}

/** Runs the steps in `root`, two at a time, and tells `report` of each in the given order as soon as that is possible. */
export async function runSteps(
  root: string,
  steps: readonly Step[],
  report: (result: StepResult) => void,
): Promise<readonly StepResult[]> {
  const results: Promise<StepResult>[] = [];
  for (const step of steps) {
    const twoBefore = results.at(-2);
    results.push(Promise.resolve(twoBefore).then(() => runStep(root, step)));
  }
  const finished: StepResult[] = [];
  for (const pending of results) {
    const result = await pending;
    report(result);
    finished.push(result);
  }
  return finished;
}

/** Runs one step. A program that can not be started, or that a signal ends, is a failure with its reason as output. */
function runStep(root: string, step: Step): Promise<StepResult> {
  const startedMs = performance.now();
  const [program = '', ...parameters] = step.command;
  return new Promise((resolve) => {
    const chunks: string[] = [];
    const child = spawn(program, parameters, {
      cwd: root,
      env: { ...programEnvironment(root), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (passed: boolean, reason = '') =>
      resolve({ step, passed, output: chunks.join('') + reason, durationMs: performance.now() - startedMs });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    }
    child.on('error', (error) => end(false, `${program} did not start: ${error.message}\n`));
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `${program} was ended by ${signal}\n`));
  });
}

/** The line (and, on failure, the output and the remedy) that `./dev check` prints for a step. */
export function formatStep({ step, passed, output, durationMs }: StepResult): string {
  const line = `${passed ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(12)} ${(durationMs / 1000).toFixed(1)} s\n`;
  if (passed) return line;
  const indented = output.trimEnd().replaceAll(/^/gm, '        ');
  return `${line}${indented}\n        → ${step.remedy}\n`;
}

/** The environment for our programs: `node_modules/.bin` of `root` comes first on the path. */
export function programEnvironment(root: string): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}
