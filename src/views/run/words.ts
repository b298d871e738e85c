import { formatPath } from '../../core/index.ts';
import { amountOf } from '../text/amount.ts';
import type { Tone } from '../text/screen.ts';
import type { RunRecordView, RunReportView, StepView } from './run-view.ts';

/** A run's kind as a noun that opens a sentence. */
export const kindWords = { deploy: 'Deployment', rollback: 'Rollback' } as const satisfies Record<
  RunReportView['kind'],
  string
>;

/** How a run ended, for people. */
export const endingWords = {
  succeeded: 'Succeeded',
  compensated: 'Failed and taken back',
  held: 'Held',
  'already-deployed': 'Already deployed',
} as const satisfies Record<RunReportView['ending'], string>;

/** Why a step is where it is, the step it waited for by its address; undefined when its error says it. */
export function becauseText(step: StepView, report: Pick<RunReportView, 'steps'>): string | undefined {
  const waitedFor = report.steps.find(({ stepId }) => stepId === step.because);
  if (waitedFor !== undefined) return `because ${waitedFor.address} failed`;
  return step.because === step.error?.message ? undefined : step.because;
}

/** The colour of an ending. */
export const endingTones: Readonly<Record<RunReportView['ending'], Tone>> = {
  succeeded: 'good',
  compensated: 'bad',
  held: 'bad',
  'already-deployed': 'good',
};

/** The colour of a step's state. */
export const stateTones: Readonly<Record<StepView['state'], Tone>> = {
  applied: 'good',
  matching: 'quiet',
  failed: 'bad',
  skipped: 'quiet',
  compensated: 'warning',
  held: 'bad',
};

/** The colour of a test's state. */
export const testTones: Readonly<Record<RunReportView['tests'][number]['state'], Tone>> = {
  passed: 'good',
  failed: 'bad',
  error: 'bad',
};

/** The colour of a stored run's state. */
export const runTones: Readonly<Record<RunRecordView['state'], Tone>> = {
  running: 'warning',
  compensating: 'warning',
  succeeded: 'good',
  compensated: 'bad',
  held: 'bad',
};

/** The name of a test, with the wave after which it ran and how often it was tried. */
export function testText({ name, wave, attempts }: RunReportView['tests'][number], waves: number | undefined): string {
  const after = wave === undefined ? '' : ` (after wave ${wave} of ${waves ?? wave})`;
  return `${name}${after}${attempts === undefined ? '' : `, tried ${attempts} times`}`;
}

/** How many fields one line names. */
const namedFields = 4;

/** Which fields the platform gave a new object unasked; undefined when there are none. Their values are in the JSON report. */
export function filledInText({ filledIn = [] }: StepView): string | undefined {
  if (filledIn.length === 0) return undefined;
  // A single field is never hidden: to say so would take as much room.
  const named = filledIn.slice(0, filledIn.length === namedFields + 1 ? undefined : namedFields);
  const more = filledIn.length - named.length;
  const fields = named.map(({ path }) => formatPath(path)).join(', ');
  return `filled in by the platform: ${fields}${more === 0 ? '' : ` and ${amountOf(more, 'more field')}`}`;
}
