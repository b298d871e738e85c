import { parentIdOf } from '../../core/resource/index.ts';
import type { Step } from '../../core/plan/index.ts';
import { undoSteps } from '../../core/rollback/index.ts';
import { idOfHandle } from '../bindings/index.ts';
import type { StepRecord } from '../journal/index.ts';
import { isJsonArray, isJsonObject } from '../../core/index.ts';
import type { EqualityProof, RunFinding, RunReport, StepResult, StepState } from '../report.ts';
import { appliedSteps } from './applied-steps.ts';
import type { Ending } from './finish-run.ts';
import { nowIso, type RunContext } from './run-context.ts';

/** What the caller knows beside the journal. */
export interface ReportFacts {
  readonly resumed: boolean;
  readonly requests: number;
  readonly verifiedEqual: readonly EqualityProof[];
}

/** The report of a run that ended: everything in it comes from the plan and the journal. */
export function reportRun(context: RunContext, ending: Ending, facts: ReportFacts): RunReport {
  const { run, memory } = context;
  return {
    runId: run.id,
    kind: run.kind,
    environment: run.environment,
    organisationId: run.plan.organisationId,
    changeset: run.plan.changeset,
    artifactDigest: run.plan.artifactDigest,
    decisionDigest: run.plan.decisionDigest,
    ending: ending.state,
    outcome: ending.outcome,
    ...facts,
    ...(run.undoes === undefined ? {} : { undoes: run.undoes }),
    startedBy: run.startedBy,
    startedAt: run.startedAt,
    finishedAt: nowIso(context.clock),
    steps: run.plan.steps.map((step) => forwardResult(context, step)),
    compensation: undoSteps(appliedSteps(run.plan, memory), context.catalogue).flatMap((step) => {
      const record = memory.compensate.get(step.id);
      return record === undefined ? [] : [toResult(context, step, record, stateOf(record))];
    }),
    tests: [...[...memory.waves.values()].flatMap(({ tests }) => tests), ...(memory.tests ?? [])],
    ...(memory.passedGates === undefined ? {} : { passedGates: memory.passedGates.map(({ text }) => text) }),
    ...(run.plan.waves === undefined ? {} : { waves: run.plan.waves.length }),
    findings: withAuthors(memory.findings),
    diagnostics: run.plan.diagnostics,
  };
}

/** Who changed a field unasked, where the audits that were read for the same step name it. */
function withAuthors(findings: readonly RunFinding[]): readonly RunFinding[] {
  const edits = findings.filter(({ kind }) => kind === 'foreign-edit');
  return findings.map((finding) => {
    if (finding.kind !== 'unpredicted-change') return finding;
    const edit = edits.find((other) => other.stepId === finding.stepId && isOf(other, finding.path?.[0]));
    return edit?.by === undefined ? finding : { ...finding, by: edit.by, at: edit.at };
  });
}

/** The audit of the edit names the property. */
function isOf({ after }: RunFinding, property: string | undefined): boolean {
  return isJsonArray(after) && after.some((change) => isJsonObject(change) && change['property'] === property);
}

function forwardResult(context: RunContext, step: Step): StepResult {
  const record = context.memory.forward.get(step.id) ?? {};
  const undone = undoingOf(context, step);
  if (step.kind === 'noop')
    return toResult(context, step, { verified: { handle: step.handle, matching: true } }, 'matching');
  const state = stateOf(record);
  return toResult(
    context,
    step,
    record,
    undone?.verified !== undefined && record.intent !== undefined && state === 'applied' ? 'compensated' : state,
  );
}

/** What took the step back: its own inverse or, for a part, that of the object it came and went with. */
function undoingOf({ catalogue, memory, run }: RunContext, step: Step): StepRecord | undefined {
  const own = memory.compensate.get(step.id);
  const descriptor = catalogue.find(step.type);
  if (own !== undefined || descriptor === undefined || descriptor.shape.kind === 'object') return own;
  const { parentType } = descriptor.shape;
  const parent = parentIdOf(catalogue, descriptor, step.handle);
  const made = run.plan.steps.find(
    ({ kind, type, handle }) => (kind === 'create' || kind === 'delete') && type === parentType && handle === parent,
  );
  return made === undefined ? undefined : memory.compensate.get(made.id);
}

function stateOf(record: StepRecord): StepState {
  if (record.held !== undefined) return 'held';
  if (record.failed !== undefined) return 'failed';
  if (record.verified !== undefined) return record.verified.matching === true ? 'matching' : 'applied';
  if (record.because !== undefined) return record.outcome === undefined ? 'skipped' : 'failed';
  return record.intent === undefined ? 'skipped' : 'held';
}

function toResult(context: RunContext, step: Step, record: StepRecord, state: StepState): StepResult {
  const id = record.verified?.id ?? record.outcome?.id ?? idOfHandle(context.memory.bindings, step.handle);
  const error = (record.held ?? record.failed)?.error;
  const isAnew =
    step.kind === 'create' &&
    id !== undefined &&
    !step.handle.startsWith('new#') &&
    !step.handle.includes('/') &&
    id !== step.handle;
  return {
    stepId: step.id,
    kind: step.kind,
    type: step.type,
    address: step.address,
    state,
    attempts: record.intent?.attempt ?? 0,
    ...(id === undefined ? {} : { id }),
    ...(isAnew ? { replacesId: step.handle } : {}),
    ...(record.verified?.revision === undefined ? {} : { revision: record.verified.revision }),
    ...(record.verified?.filledIn === undefined ? {} : { filledIn: record.verified.filledIn }),
    ...(record.because === undefined ? {} : { because: record.because }),
    ...(error === undefined ? {} : { error }),
  };
}
