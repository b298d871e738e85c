import type { Action } from '../../changeset/action.ts';
import type { JsonObject } from '../../json/json.ts';
import { linesOf, planOf, type BareAction, type TestCase } from './test-world.ts';

/** One rule of the planner: what is wanted of what is live, and what comes of it. */
export interface Row extends Omit<TestCase, 'actions'> {
  readonly name: string;
  readonly want: readonly BareAction[];
  /** The steps, in any order; absent: whatever they are. */
  readonly plan?: readonly string[];
  /** Codes of all errors, in order; absent: there are none. */
  readonly refused?: readonly string[];
  /** What stands in the details of the errors. */
  readonly because?: string;
  /** Codes of warnings and notes, in any order; absent: whatever they are. */
  readonly told?: readonly string[];
}

/** What a row says comes of it, in the form of `outcomeOf`. */
export function expectedOf({ plan, refused = [], because = '', told }: Row): object {
  return { plan: plan?.toSorted(), refused, because, told };
}

/** What comes of a row, as far as it says something about it. */
export function outcomeOf(row: Row): object {
  const { plan } = planOf({ ...row, actions: row.want });
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
  const others = plan.diagnostics.filter(({ severity }) => severity !== 'error');
  const details = errors.map(({ detail }) => detail).join('\n');
  const { because = '' } = row;
  return {
    plan: row.plan === undefined ? undefined : linesOf(plan).toSorted(),
    refused: errors.map(({ code }) => code),
    because: details.includes(because) ? because : details,
    told: row.told === undefined ? undefined : others.map(({ code }) => code).toSorted(),
  };
}

/** A live object: its id is its name in lower case after `id-`. */
export function live(name: string, fields: JsonObject = {}): JsonObject {
  return { id: `id-${name.toLowerCase().replaceAll(' ', '-')}`, name, ...fields };
}

/** The live form of a reference to an object that `live` made. */
export function to(name: string): JsonObject {
  return { id: `id-${name.toLowerCase().replaceAll(' ', '-')}` };
}

/** A portable reference. */
export function ref(address: string): JsonObject {
  return { $ref: address };
}

/** `ensure`, `create` or `update` of an object; a key of several parts is a list. */
export function ensure(type: string, key: string | readonly string[], set?: JsonObject): BareAction {
  return write('ensure', type, key, set);
}

/** As `ensure`, failing when it is there. */
export function create(type: string, key: string | readonly string[], set?: JsonObject): BareAction {
  return write('create', type, key, set);
}

/** As `ensure`, failing when it is not there. */
export function update(type: string, key: string | readonly string[], set?: JsonObject): BareAction {
  return write('update', type, key, set);
}

/** `delete` of an object. */
export function remove(type: string, key: string | readonly string[]): BareAction {
  return { kind: 'delete', target: { type, key: partsOf(key) } };
}

/** `rename` of an object. */
export function rename(type: string, key: string | readonly string[], name: string): BareAction {
  return { kind: 'rename', target: { type, key: partsOf(key) }, to: name };
}

/** `forEach` over the objects of a type, whose variable is `it`. */
export function each(type: string, what: Partial<Extract<BareAction, { readonly kind: 'forEach' }>>): BareAction {
  return { kind: 'forEach', type, as: 'it', ...what };
}

/** `forEach` over values, whose variable is `it`. */
export function eachOf(
  list: Extract<BareAction, { readonly kind: 'forEachValue' }>['in'],
  ...inner: BareAction[]
): BareAction {
  return { kind: 'forEachValue', in: list, as: 'it', do: inside(...inner) };
}

/** `let` of one variable. */
export function given(name: string, value: Extract<BareAction, { readonly kind: 'let' }>['value']): BareAction {
  return { kind: 'let', name, value };
}

/** Actions inside an iterator. */
export function inside(...actions: readonly BareAction[]): readonly Action[] {
  return actions.map((action) => ({ source: { file: 'test.yaml' }, ...action }) as Action);
}

function write(
  kind: 'ensure' | 'create' | 'update',
  type: string,
  key: string | readonly string[],
  set: JsonObject | undefined,
): BareAction {
  return { kind, target: { type, key: partsOf(key) }, ...(set === undefined ? {} : { set }) };
}

function partsOf(key: string | readonly string[]): readonly string[] {
  return typeof key === 'string' ? [key] : key;
}
