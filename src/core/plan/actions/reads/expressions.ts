import type { Action, ExpectedCount } from '../../../changeset/action.ts';
import { interpolationsOf } from '../../../expression/interpolation.ts';
import type { Json } from '../../../json/json.ts';

/** The sources of all expressions of an action, conditions included; those of actions inside it are not among them. */
export function expressionsOf(action: Action): readonly string[] {
  const conditions = [action.when, 'where' in action ? action.where : undefined];
  return [...conditions.flatMap((source) => source ?? []), ...textsOf(action)];
}

function textsOf(action: Action): readonly string[] {
  switch (action.kind) {
    case 'ensure':
    case 'create':
    case 'update':
      return inValues([...action.target.key, action.document, action.set]);
    case 'forEach':
      return inValues([action.set, action.rename, ...limits(action.expect)]);
    case 'forEachValue':
      return inValues([action.in, ...limits(action.expect)]);
    case 'delete':
      return inValues(action.target.key);
    case 'rename':
      return inValues([...action.target.key, action.to]);
    case 'let':
      return inValues([action.value]);
    default:
      return action satisfies never;
  }
}

function limits(expect: ExpectedCount | undefined): readonly (Json | undefined)[] {
  return [expect?.min, expect?.max];
}

function inValues(values: readonly (Json | undefined)[]): readonly string[] {
  return values.flatMap((value) => (value === undefined ? [] : interpolationsOf(value)));
}
