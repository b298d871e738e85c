import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { AuditRecord } from './audit-trail.ts';
import type { CollectionState, PendingChange } from './collection.ts';
import type { OrganisationState, SimulatorState } from './snapshot.ts';

const format = 'simulator-state-lines-1';

/** A state as lines of JSON, each with its line feed: one object a line, so that no text grows with the state. */
export function* stateLines(state: SimulatorState): Generator<string> {
  yield line({ format });
  for (const organisation of state.organisations) {
    const { collections, audits, ...own } = organisation;
    yield line({ organisation: own });
    for (const [name, collection] of Object.entries(collections)) yield* collectionLines(name, collection);
    for (const audit of audits) yield line({ audit });
  }
  yield line({ issuedTokens: state.tokens.issued });
  for (const token of state.tokens.tokens) yield line({ token });
}

function* collectionLines(name: string, { current, shown, pending, immediate }: CollectionState): Generator<string> {
  yield line({ collection: name, immediate });
  const readable = new Map(shown.map((entity) => [entity.id, entity]));
  for (const entity of current) {
    const same = readable.get(entity.id) === entity;
    if (same) readable.delete(entity.id);
    yield line({ [same ? 'both' : 'current']: entity });
  }
  for (const entity of readable.values()) yield line({ shown: entity });
  for (const change of pending) yield line({ pending: change });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** Collects lines to a state; `state` throws a RangeError unless all of one was there, `add` for a foreign line. */
export type StateReader = { readonly add: (text: string) => void; readonly state: () => SimulatorState };

type Draft = Omit<OrganisationState, 'collections' | 'audits'> & {
  readonly collections: Record<string, CollectionDraft>;
  readonly audits: AuditRecord[];
};
type CollectionDraft = { current: Entity[]; shown: Entity[]; pending: PendingChange[]; readonly immediate: boolean };

/** A reader that has seen no line. */
export function createStateReader(): StateReader {
  const organisations: Draft[] = [];
  const tokens: SimulatorState['tokens']['tokens'][number][] = [];
  let collection: CollectionDraft | undefined;
  let issued: number | undefined;
  let whole: SimulatorState | undefined;
  let begun = false;
  const parts: Readonly<Record<string, (value: never, all: JsonObject) => void>> = {
    organisation: (own: OrganisationState) => organisations.push({ ...own, collections: {}, audits: [] }),
    collection: (name: string, all) => {
      collection = { current: [], shown: [], pending: [], immediate: all['immediate'] === true };
      const owner = organisations.at(-1);
      if (owner) owner.collections[name] = collection;
    },
    both: (entity: Entity) => {
      collection?.current.push(entity);
      collection?.shown.push(entity);
    },
    current: (entity: Entity) => collection?.current.push(entity),
    shown: (entity: Entity) => collection?.shown.push(entity),
    pending: (change: PendingChange) => collection?.pending.push(change),
    audit: (record: AuditRecord) => organisations.at(-1)?.audits.push(record),
    issuedTokens: (count: number) => {
      issued = count;
    },
    token: (token: (typeof tokens)[number]) => tokens.push(token),
  };
  return {
    add: (text) => {
      const value = parsed(text);
      if (!begun) {
        begun = true;
        if (textOf(value, 'format') === 'simulator-state-1') whole = value as unknown as SimulatorState;
        else if (textOf(value, 'format') !== format) throw foreign();
        return;
      }
      const [key = ''] = Object.keys(value);
      const part = parts[key];
      if (!part || whole) throw foreign();
      part(value[key] as never, value);
    },
    state: () => {
      if (whole) return whole;
      if (issued === undefined) throw new RangeError('the state of the simulator is cut off');
      return { format: 'simulator-state-1', organisations, tokens: { issued, tokens } };
    },
  };
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    throw foreign();
  }
  throw foreign();
}

function foreign(): RangeError {
  return new RangeError('this is not a state of the simulator');
}
