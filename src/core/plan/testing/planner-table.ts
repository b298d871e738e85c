import { describe, expect, it } from 'vitest';
import type { Action } from '../../changeset/action.ts';
import type { JsonObject } from '../../json/json.ts';
import { linesOf, planOf, type BareAction, type TestCase } from './test-world.ts';

/** One rule of the planner: what is wanted of what is live, and what comes of it. */
export interface Row extends Omit<TestCase, 'actions'> {
  readonly name: string;
  readonly want: readonly BareAction[];
  /** The steps, in any order; without `refused` there must be no error. */
  readonly then?: readonly string[];
  /** Codes of all errors, in order; a text with a blank must stand in the detail of one. */
  readonly refused?: readonly string[];
  /** Codes of warnings and notes, in any order. */
  readonly told?: readonly string[];
}

/** A test for each row. */
export function plannerTable(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('$name', ({ want, then, refused = [], told, ...given }) => {
      const { plan } = planOf({ ...given, actions: want });
      const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
      const others = plan.diagnostics.filter(({ severity }) => severity !== 'error');
      expect(errors.map(({ code }) => code)).toEqual(refused.filter((text) => !text.includes(' ')));
      for (const text of refused.filter((wanted) => wanted.includes(' ')))
        expect(errors.map(({ detail }) => detail).join('\n')).toContain(text);
      if (then !== undefined) expect(linesOf(plan).toSorted()).toEqual([...then].toSorted());
      if (told !== undefined) expect(others.map(({ code }) => code).toSorted()).toEqual(told);
    });
  });
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
