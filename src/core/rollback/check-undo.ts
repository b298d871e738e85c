import { describeOverlaps, differingFields, hasValue, type Overlap } from '../three-way/index.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { JsonObject } from '../json/json.ts';
import { valueAt, withValueAt } from '../json/path.ts';
import type { CreateStep, DeleteStep, FieldChange, NoopStep, RenameStep, Step, UpdateStep } from '../plan/plan.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { limitOn } from '../resource/limit.ts';
import { referencesIn } from '../resource/reference.ts';
import type { Consumer } from '../resource/snapshot.ts';
import { currentId } from './current-id.ts';
import { checkOwner } from './check-owner.ts';
import type { RollbackInput } from './rollback-input.ts';

/** A step held against the organisation as it is. */
export interface CheckedStep {
  readonly step: Step;
  readonly diagnostics: readonly Diagnostic[];
}

/** All objects that go back, as `type id`; `deleted` are those that go for good. */
export interface GoingBack {
  readonly all: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  /** Those that give their present key up. */
  readonly freed: ReadonlySet<string>;
  /** Field changes that take objects back, by `type id`. */
  readonly changes: ReadonlyMap<string, readonly FieldChange[]>;
}

/** Leaves out what is so already and refuses what would overwrite or break something. */
export function checkUndo(input: RollbackInput, step: Step, goingBack: GoingBack): CheckedStep {
  const descriptor = input.catalogue.find(step.type);
  if (descriptor === undefined || step.kind === 'noop') return { step, diagnostics: [] };
  const foreign = checkOwner(input.ownership ?? [], descriptor, step);
  if (foreign !== undefined) return { step, diagnostics: [foreign] };
  const document = input.live[`${step.type} ${step.handle}`];
  return withinLimits(descriptor, checkAgainstLive(input, step, { descriptor, document, goingBack }));
}

/** What the public API does not offer can not be taken back either, unless it is so already. */
function withinLimits(descriptor: ResourceDescriptor, checked: CheckedStep): CheckedStep {
  const { step } = checked;
  const reason = step.kind === 'noop' ? undefined : limitOn(descriptor, step.kind);
  if (reason === undefined) return checked;
  const remedy = 'Leave this address out, and put it right by hand where the platform offers it.';
  const summary = 'It can not be taken back over the public API.';
  const detail = `${step.address}: ${reason}.`;
  return { step, diagnostics: [{ code: 'SB3011', severity: 'error', summary, detail, remedy, address: step.address }] };
}

function checkAgainstLive(input: RollbackInput, step: Exclude<Step, NoopStep>, seen: Seen): CheckedStep {
  switch (step.kind) {
    case 'create':
      return checkCreate(input, step, seen);
    case 'delete':
      return checkDelete(input, step, seen);
    case 'update':
    case 'rename':
      return checkUpdate(input, step, seen);
    default:
      return step satisfies never;
  }
}

interface Seen {
  readonly descriptor: ResourceDescriptor;
  readonly document: JsonObject | undefined;
  readonly goingBack: GoingBack;
}

function checkCreate(input: RollbackInput, step: CreateStep, { descriptor, document, goingBack }: Seen): CheckedStep {
  const found = document === undefined ? (input.holders[step.id] ?? []) : [{ id: step.handle, document }];
  const holders = found.filter(({ id }) => !goingBack.freed.has(`${step.type} ${id}`));
  const [holder] = holders;
  if (holder === undefined) return { step, diagnostics: [] };
  const differing = differingFields({ texts: textsOf(input), descriptor, document: holder.document }, step.after);
  if (holders.length === 1 && differing.length === 0) return { step: asNoop(step), diagnostics: [] };
  return refuse(
    step,
    'Something else has its key now.',
    `${holder.id} is called so${differing.length > 0 ? `, and ${describeOverlaps(differing)}` : ''}.`,
  );
}

function checkDelete(input: RollbackInput, step: DeleteStep, seen: Seen): CheckedStep {
  if (seen.document === undefined) return { step: asNoop(step), diagnostics: [] };
  const users = (input.consumers[`${step.type} ${step.handle}`] ?? []).filter(
    (user) => !letsGo(input, user, step, seen.goingBack),
  );
  if (users.length > 0) return refuseUsed(input, step, users);
  const differing = differingFields(
    { texts: textsOf(input), descriptor: seen.descriptor, document: seen.document },
    step.before,
  );
  const fresh = { ...step, before: seen.document };
  return differing.length === 0 || input.overwriteLater
    ? { step: fresh, diagnostics: [] }
    : refuseLater(step, differing);
}

/** Users that the same run made or changed can be taken back as well. */
function refuseUsed(input: RollbackInput, step: Step, users: readonly Consumer[]): CheckedStep {
  const names = users.map(({ type, name }) => `${type} "${name}"`).join(', ');
  const left = input.applied.filter(({ step: other, id }) =>
    users.some((user) => user.type === other.type && user.id === currentId(input.newIds, id)),
  );
  const checked = refuse(step, 'It is used by now.', `${names} would lose it.`);
  if (input.only === undefined || left.length === 0) return checked;
  const remedy = `Take back as well what the run made use it: ${left.map(({ step: other }) => other.address).join(', ')}.`;
  return { step, diagnostics: checked.diagnostics.map((diagnostic) => ({ ...diagnostic, remedy })) };
}

/** True for a user that the rollback deletes or changes so that it uses the object no more. */
function letsGo(input: RollbackInput, user: Consumer, step: DeleteStep, goingBack: GoingBack): boolean {
  const name = `${user.type} ${user.id}`;
  if (!goingBack.all.has(name)) return false;
  const document = input.live[name];
  // What a content text names can not be told from the document: that it goes back must do.
  if (document === undefined || input.catalogue.find(user.type)?.content !== undefined) return true;
  if (goingBack.deleted.has(name)) return true;
  const after = (goingBack.changes.get(name) ?? []).reduce(
    (value, change) => withValueAt(value, change.path, change.after),
    document,
  );
  return !referencesIn(after).some(({ $handle, $type }) => $handle === step.handle && $type === step.type);
}

function checkUpdate(input: RollbackInput, step: UpdateStep | RenameStep, seen: Seen): CheckedStep {
  const { descriptor, document } = seen;
  if (document === undefined) {
    if (isOfParts(step)) return { step, diagnostics: [] };
    if (seen.goingBack.deleted.has(`${step.type} ${step.handle}`)) return { step: asNoop(step), diagnostics: [] };
    return refuse(step, 'It is not there any more.', 'Somebody deleted it after the run.');
  }
  const texts = textsOf(input);
  const has = (change: FieldChange, value: FieldChange['before']): boolean =>
    hasValue(texts, descriptor, document, { path: change.path, value });
  const open = step.changes.filter((change) => !has(change, change.after));
  const later = open
    .filter((change) => !has(change, change.before))
    .map((change): Overlap => ({ path: change.path, expected: change.before, actual: valueAt(document, change.path) }));
  if (open.length === 0) return { step: asNoop(step), diagnostics: [] };
  if (later.length > 0 && !input.overwriteLater) return refuseLater(step, later);
  const changes = open.map((change) => withBefore(change, valueAt(document, change.path)));
  return { step: { ...step, changes }, diagnostics: [] };
}

/** Steps for parts of a deleted object have ids of the form `s1.2`; the parts come to be with their parent. */
function isOfParts(step: Step): boolean {
  return step.id.includes('.');
}

function withBefore(change: FieldChange, before: FieldChange['before']): FieldChange {
  return { path: change.path, after: change.after, ...(before === undefined ? {} : { before }) };
}

function refuseLater(step: Step, overlaps: readonly Overlap[]): CheckedStep {
  return refuse(step, 'It was changed after the run.', `${describeOverlaps(overlaps)}.`);
}

function refuse(step: Step, summary: string, detail: string): CheckedStep {
  const remedy = 'Leave this address out, or decide that the later change may be lost.';
  return { step, diagnostics: [{ code: 'SB3011', severity: 'error', summary, detail, remedy, address: step.address }] };
}

function asNoop(step: Exclude<Step, NoopStep>): NoopStep {
  const { id, handle, type, address, phase, dependsOn, actions, reversibility } = step;
  return {
    id,
    handle,
    type,
    address,
    phase,
    dependsOn,
    actions,
    reversibility,
    kind: 'noop',
    reason: 'as it was before already',
    effect: 'none',
    requests: 0,
  };
}

function textsOf(input: RollbackInput): {
  readonly texts: ReadonlyMap<string, string>;
  readonly contentFormats: RollbackInput['contentFormats'];
} {
  return { texts: new Map(Object.entries(input.contents)), contentFormats: input.contentFormats };
}
