import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { withValueAt } from '../json/path.ts';
import { decisionDigest } from '../plan/decision.ts';
import { planErrorCodes } from '../errors.ts';
import type { FieldChange, Plan, Step } from '../plan/plan.ts';
import { contentDigestOf, mapReferences, referencesIn } from '../resource/reference.ts';
import type { RollbackTerms } from '../review/review.ts';
import type { AppliedStep } from './applied-step.ts';
import { checkUndo, type CheckedStep, type GoingBack } from './check-undo.ts';
import { chooseSteps, unknownIn } from './choose-steps.ts';
import { currentId } from './current-id.ts';
import { labelSteps } from './label-steps.ts';
import type { RollbackInput } from './rollback-input.ts';
import { undoSteps } from './undo-steps.ts';

/**
 * The plan that takes a finished run back: towards the values from before, of the fields it changed and no others. What
 * is so already becomes a noop. Errors: later changes of the same fields, objects in use, keys that are taken, objects
 * that are gone. Pure; a plan with an error must not be carried out.
 */
export function planRollback(input: RollbackInput): Plan {
  const { chosen, checked } = checkedUndo(input);
  const steps = labelSteps(renumber(checked.map(({ step }) => step)), input.names);
  const diagnostics = [
    ...unknownAddresses(input),
    ...checked.flatMap((entry) => entry.diagnostics),
    ...staysDeleted(input, chosen, steps),
    ...howFarSearched(input, steps),
  ];
  const body = planBody(input, steps, diagnostics);
  return { ...body, decisionDigest: decisionDigest(body), terms: termsOf(input) };
}

/** As they were when the deployment was planned; runs from before forecasts have none. */
function termsOf({ run, only }: RollbackInput): RollbackTerms {
  const { approvers, successChecks, checks } = run.plan.review?.rollback ?? noTerms;
  return only === undefined
    ? { undoes: run.id, approvers, successChecks, checks }
    : { undoes: run.id, approvers, successChecks: [readBack], checks: [] };
}

/** Of a part of a run; its tests are about the whole. */
const readBack = 'Every field that goes back is read back and compared.';

const noTerms = { approvers: [], successChecks: [], checks: [] } as const;

/** The steps of a rollback, held against the organisation, with the ids of the steps they take back, last step first. */
export function checkedUndo(input: RollbackInput): {
  readonly chosen: readonly AppliedStep[];
  readonly checked: readonly CheckedStep[];
} {
  const chosen = chooseSteps(input.applied, input.only);
  const undone = undoSteps(
    chosen.map((applied) => currentIds(input, applied)),
    input.catalogue,
  );
  const namesOf = (steps: readonly Step[]): ReadonlySet<string> =>
    new Set(steps.map((step) => `${step.type} ${step.handle}`));
  const goingBack = {
    all: namesOf(undone),
    deleted: namesOf(undone.filter(({ kind }) => kind === 'delete')),
    freed: namesOf(undone.filter(({ kind }) => kind === 'delete' || kind === 'rename')),
    changes: changesByName(undone),
  };
  return { chosen, checked: checkInOrder(input, undone, goingBack) };
}

/** A step is held against what the steps before it leave of its object. */
function checkInOrder(input: RollbackInput, steps: readonly Step[], goingBack: GoingBack): readonly CheckedStep[] {
  const live: Record<string, JsonObject> = { ...input.live };
  return steps.map((step) => {
    const checked = checkUndo({ ...input, live }, step, goingBack);
    const name = `${step.type} ${step.handle}`;
    const document = live[name];
    if (document !== undefined && 'changes' in checked.step)
      live[name] = checked.step.changes.reduce((value, { path, after }) => withValueAt(value, path, after), document);
    return checked;
  });
}

function changesByName(steps: readonly Step[]): ReadonlyMap<string, readonly FieldChange[]> {
  const changes = new Map<string, readonly FieldChange[]>();
  for (const step of steps) {
    if (!('changes' in step)) continue;
    const name = `${step.type} ${step.handle}`;
    changes.set(name, [...(changes.get(name) ?? []), ...step.changes]);
  }
  return changes;
}

/** Says what was not looked into for users of the objects that are deleted. */
function howFarSearched(input: RollbackInput, steps: readonly Step[]): readonly Diagnostic[] {
  const deleted = steps.filter(({ kind }) => kind === 'delete');
  const unseen = new Set(deleted.flatMap(({ type, handle }) => input.unsearched[`${type} ${handle}`] ?? []));
  if (unseen.size === 0) return [];
  const { summary, remedy } = planErrorCodes.SB1022;
  const detail = `Not looked into for users of what is deleted: ${[...unseen].toSorted().join(', ')}.`;
  return [{ code: 'SB1022', severity: 'info', summary, detail, remedy }];
}

/** The step with handles as ids: created objects have theirs now, and objects that were made anew have another. */
function currentIds(input: RollbackInput, applied: AppliedStep): AppliedStep {
  const rebind = <Value>(value: Value): Value =>
    mapReferences(value as unknown as Json, (reference) => ({
      ...reference,
      $handle: currentId(input.newIds, reference.$handle),
    })) as unknown as Value;
  const id = currentId(input.newIds, applied.id);
  return { ...rebind({ ...applied, step: null }), step: { ...applied.step, handle: id }, id };
}

function renumber(steps: readonly Step[]): readonly Step[] {
  const sorted = [...steps.filter((step) => step.kind !== 'noop'), ...steps.filter((step) => step.kind === 'noop')];
  const ids = new Map(sorted.map((step, index) => [step.id, `s${index + 1}`]));
  return sorted.map((step) => ({
    ...step,
    id: ids.get(step.id) ?? step.id,
    dependsOn: step.dependsOn.flatMap((id) => ids.get(id) ?? []),
  }));
}

function unknownAddresses(input: RollbackInput): readonly Diagnostic[] {
  const known = new Set(
    input.applied.flatMap(({ step }) => (step.kind === 'rename' ? [step.address, step.from] : [step.address])),
  );
  return unknownIn(input.applied, input.only).map((wanted) =>
    refusal(
      wanted,
      'The run did not change this address.',
      `Run ${input.run.id} changed ${[...known].toSorted().join(', ')}.`,
    ),
  );
}

/** What is made anew or set back must not point at an object that the run deleted and that stays so. */
function staysDeleted(
  input: RollbackInput,
  chosen: readonly AppliedStep[],
  steps: readonly Step[],
): readonly Diagnostic[] {
  const staying = new Map(
    input.applied
      .filter((applied) => applied.step.kind === 'delete' && !chosen.includes(applied))
      .map(({ step }) => [step.handle, step.address]),
  );
  return steps.flatMap((step) => {
    const values: Json =
      step.kind === 'create' ? step.after : 'changes' in step ? step.changes.map(({ after }) => after) : null;
    return referencesIn(values).flatMap(({ $handle }) => {
      const address = staying.get($handle);
      return address === undefined
        ? []
        : [
            refusal(
              step.address,
              'It would point at an object that stays deleted.',
              `${address} was deleted by the run and is not among what is taken back.`,
            ),
          ];
    });
  });
}

function refusal(address: string, summary: string, detail: string): Diagnostic {
  return { code: 'SB3011', severity: 'error', summary, detail, remedy: 'Choose other addresses.', address };
}

function planBody(
  input: RollbackInput,
  steps: readonly Step[],
  diagnostics: readonly Diagnostic[],
): Omit<Plan, 'decisionDigest'> {
  const { plan } = input.run;
  const kinds = new Set(steps.filter((step) => step.kind !== 'noop').map((step) => step.reversibility));
  return {
    formatVersion: 1,
    artifactDigest: plan.artifactDigest,
    changeset: plan.changeset,
    environment: plan.environment,
    organisationId: plan.organisationId,
    environmentDigest: input.environmentDigest,
    asOf: input.asOf,
    steps: hasErrors(diagnostics) ? [] : steps,
    matches: [],
    values: [],
    relative: false,
    contents: contentsOf(input, steps),
    diagnostics,
    reads: [...new Set(steps.map(({ address }) => address))].toSorted(),
    requests: steps.reduce((sum, step) => sum + (step.kind === 'noop' ? 0 : step.requests), 0),
    reversibility: kinds.has('irreversible') ? 'irreversible' : kinds.has('new-id') ? 'new-id' : 'exact',
  };
}

function contentsOf(input: RollbackInput, steps: readonly Step[]): Plan['contents'] {
  const digests = new Set<string>();
  const collect = (value: Json | undefined): void => {
    const digest = contentDigestOf(value);
    if (digest !== undefined) digests.add(digest);
  };
  for (const step of steps) {
    if (step.kind === 'create') Object.values(step.after).forEach(collect);
    else if (step.kind === 'delete') Object.values(step.before).forEach(collect);
    else if (step.kind !== 'noop') for (const change of step.changes) [change.before, change.after].forEach(collect);
  }
  return Object.fromEntries(
    [...digests]
      .toSorted()
      .flatMap((digest) => (input.contents[digest] === undefined ? [] : [[digest, input.contents[digest]]])),
  );
}
