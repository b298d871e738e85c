import {
  digestJson,
  formatPath,
  mapPattern,
  valueAt,
  withValueAt,
  type Json,
  type JsonObject,
} from '../../core/index.ts';
import type { FieldChange } from '../../core/plan/index.ts';
import type { LiveObject } from '../../core/resource/index.ts';
import { bindChanges, bindDocument, idOfHandle } from '../bindings/index.ts';
import { engineError } from '../errors.ts';
import { toBeforeImage, type BeforeImage, type IntentData } from '../journal/index.ts';
import { nowIso, type RunContext } from '../run/run-context.ts';
import { describeOverlaps, differingFields, judgeChanges, judgeDelete } from '../../core/three-way/index.ts';
import { keepParts } from './kept-parts.ts';
import { observe, observeLive, type Observed } from './observe.ts';
import { readPatiently } from './patience.ts';
import { changesOf, idOf, needsContent, recordOf, writtenBy, type Work } from './work.ts';

/** What a fresh read means: write with this intent, or nothing to do because it is so already. */
export type Preparation =
  | { readonly kind: 'write'; readonly intent: IntentData; readonly observed: Observed | undefined }
  | { readonly kind: 'matches'; readonly id: string | undefined; readonly version?: number | undefined };

interface UpdateIntent extends IntentData {
  readonly before: BeforeImage;
  readonly changes: readonly FieldChange[];
}

/** Reads and compares before a write. Throws SB3014, SB3016 or SB3019 when somebody else was there. */
export async function prepare(context: RunContext, work: Work): Promise<Preparation> {
  switch (work.step.kind) {
    case 'create':
      return prepareCreate(context, work, work.step.after);
    case 'update':
    case 'rename':
      return prepareUpdate(context, work, bindChanges(context.memory.bindings, changesOf(work.descriptor, work.step)));
    case 'delete':
      return prepareDelete(context, work, work.step.before);
    default:
      return work.step satisfies never;
  }
}

async function prepareCreate(context: RunContext, work: Work, after: JsonObject): Promise<Preparation> {
  const document = bindDocument(context.memory.bindings, after);
  const readAt = nowIso(context.clock);
  const attempt = nextAttempt(context, work);
  const holders = await context.keyHolders.find(work.descriptor, document, attempt > 1);
  const staying = holders.filter((live) => !context.isLeaving(live.id));
  const [holder] = staying;
  if (holder !== undefined) return judgeHolder(context, work, { document, holder, count: staying.length });
  const restores = await restorableId(context, work);
  const intent = {
    ...intentBase(work, attempt, readAt),
    document,
    holders: holders.map((live) => live.id),
    ...(restores === undefined ? {} : { restores }),
  };
  return { kind: 'write', intent, observed: undefined };
}

async function judgeHolder(
  context: RunContext,
  work: Work,
  found: { readonly document: JsonObject; readonly holder: LiveObject; readonly count: number },
): Promise<Preparation> {
  const observed = await observeLive(
    context,
    work.descriptor,
    { live: found.holder, readAt: nowIso(context.clock) },
    needsContent(work),
  );
  const differing = differingFields(
    { texts: context, descriptor: work.descriptor, document: observed.document },
    found.document,
  );
  if (found.count === 1 && differing.length === 0)
    return { kind: 'matches', id: found.holder.id, version: found.holder.version };
  throw engineError(
    'SB3016',
    `${work.step.address} can not be created: ${found.holder.id} has its key already${differing.length > 0 ? ` (${describeOverlaps(differing)})` : ''}.`,
    {
      context: { address: work.step.address, id: found.holder.id },
    },
  );
}

async function prepareUpdate(context: RunContext, work: Work, changes: readonly FieldChange[]): Promise<Preparation> {
  const id = idOf(context, work);
  const observed = await observe(context, work.descriptor, id, needsContent(work));
  if (observed === undefined)
    throw engineError('SB3019', `${work.step.address} (${id}) is not there any more.`, {
      context: { address: work.step.address, id },
    });
  const attempt = nextAttempt(context, work);
  const verdict = judgeChanges(
    { texts: context, descriptor: work.descriptor, document: observed.document },
    work.step.handle.startsWith('new#') ? fromWhatCame(changes, observed.document) : changes,
    attempt > 1,
  );
  if (verdict.kind === 'matches') return { kind: 'matches', id, version: observed.live.version };
  if (verdict.kind === 'overlap') throw overlapError(work, describeOverlaps(verdict.overlaps));
  const base = intentBase(work, attempt, observed.readAt);
  const intent: UpdateIntent = { ...base, before: imageOf(work, observed), changes: verdict.changes };
  return { kind: 'write', intent: withEarlier(intent, recordOf(context, work)?.intent, changes), observed };
}

/** Of an object that the run made, fields that it left out start from what the platform filled in. */
function fromWhatCame(changes: readonly FieldChange[], document: JsonObject): readonly FieldChange[] {
  return changes.map((change) =>
    change.before === undefined ? { ...change, before: valueAt(document, change.path) } : change,
  );
}

/**
 * The intent with what earlier tries of the step were to change, and their before-values: a try that got half-way must
 * not become the state that one goes back to.
 */
function withEarlier(intent: UpdateIntent, earlier: IntentData | undefined, all: readonly FieldChange[]): IntentData {
  const { before, changes = [] } = earlier ?? {};
  if (before === undefined) return intent;
  const isTried = ({ path }: FieldChange): boolean =>
    [...changes, ...intent.changes].some((change) => formatPath(change.path) === formatPath(path));
  const document = changes.reduce(
    (image, { path }) => withValueAt(image, path, valueAt(before.document, path)),
    intent.before.document,
  );
  return { ...intent, changes: all.filter(isTried), before: { ...intent.before, document } };
}

async function prepareDelete(context: RunContext, work: Work, before: JsonObject): Promise<Preparation> {
  const id = idOfHandle(context.memory.bindings, work.step.handle);
  const observed = id === undefined ? undefined : await observe(context, work.descriptor, id, needsContent(work));
  if (observed === undefined) return { kind: 'matches', id: undefined };
  const input = { texts: context, descriptor: work.descriptor, document: observed.document };
  const own = writtenBy(context, work);
  const verdict = judgeDelete(input, bindDocument(context.memory.bindings, withoutUnbound(context, before)), own);
  if (verdict.kind === 'overlap') throw overlapError(work, describeOverlaps(verdict.overlaps));
  const parts = await keepParts(context, work, observed.live.id);
  const intent = {
    ...intentBase(work, nextAttempt(context, work), observed.readAt),
    before: imageOf(work, observed),
    parts,
  };
  return { kind: 'write', intent, observed };
}

/** A deletion needs no reference to be resolvable: what it pointed at may be gone before it. */
function withoutUnbound(context: RunContext, before: JsonObject): JsonObject {
  const isBound = (value: Json): boolean => {
    try {
      bindDocument(context.memory.bindings, { value });
      return true;
    } catch {
      return false;
    }
  };
  return Object.fromEntries(Object.entries(before).filter(([, value]) => isBound(value)));
}

function intentBase(
  work: Work,
  attempt: number,
  readAt: string,
): Pick<IntentData, 'attempt' | 'stepDigest' | 'readAt'> {
  return { attempt, stepDigest: digestJson(work.step as unknown as Json), readAt };
}

function nextAttempt(context: RunContext, work: Work): number {
  return (recordOf(context, work)?.intent?.attempt ?? 0) + 1;
}

function imageOf(work: Work, observed: Observed): NonNullable<IntentData['before']> {
  const strip = (body: JsonObject): JsonObject =>
    [...work.descriptor.secret, ...Object.keys(work.descriptor.hidden)].reduce<JsonObject>(
      (value, pattern) => mapPattern(value, pattern, () => null) as JsonObject,
      body,
    );
  return {
    ...toBeforeImage(observed.live, observed.document, strip),
    ...(observed.content === undefined ? {} : { content: observed.content }),
  };
}

async function restorableId(context: RunContext, work: Work): Promise<string | undefined> {
  const { handle } = work.step;
  if (!work.descriptor.restorable || handle.startsWith('new#') || context.platform.restore === undefined)
    return undefined;
  const live = await readPatiently(context.clock, () => context.platform.read(work.descriptor.type, handle));
  return live === undefined ? handle : undefined;
}

function overlapError(work: Work, what: string): Error {
  return engineError('SB3014', `${work.step.address} was changed meanwhile: ${what}.`, {
    context: { address: work.step.address },
  });
}
