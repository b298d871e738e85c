import type { Context } from '../context.ts';
import type { Listing } from '../entity/entity-type.ts';
import { isObject, refId, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';

type Condition = (entity: Entity) => boolean;

/** The filter of a list that is a query: every one of the body's `filters` must hold. The body is checked first. */
export function queryFilter(model: string): NonNullable<Listing['filter']> {
  return (_query: URLSearchParams, { body }: Context) => {
    const { filters } = checkBody(body, model);
    const conditions = (Array.isArray(filters) ? filters.filter(isObject) : []).map(conditionOf);
    return conditions.length === 0 ? undefined : (entity) => conditions.every((holds) => holds(entity));
  };
}

function conditionOf(filter: JsonObject): Condition {
  const name = textOf(filter, 'name');
  const wanted = stringsOf(filter['values']).map((value) => value.toLowerCase());
  const holds = comparison(textOf(filter, 'operator'), wanted);
  return (entity) => holds(valueOf(entity, name).toLowerCase());
}

/** What an object has under a name of a filter: `statusId` and `status` are both the id of its status. */
function valueOf(entity: Entity, name: string): string {
  const plain = entity[name] ?? entity[name.replace(/(?:Id|\.id)$/u, '')];
  const value = refId(plain) ?? plain;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function comparison(operator: string, [first = '', ...others]: readonly string[]): (value: string) => boolean {
  const all = [first, ...others];
  switch (operator) {
    case 'NEQ':
      return (value) => value !== first;
    case 'CONTAINS':
      return (value) => value.includes(first);
    case 'BEGINS_WITH':
      return (value) => value.startsWith(first);
    case 'GT':
      return (value) => compare(value, first) > 0;
    case 'GTE':
      return (value) => compare(value, first) >= 0;
    case 'LT':
      return (value) => compare(value, first) < 0;
    case 'LTE':
      return (value) => compare(value, first) <= 0;
    case 'BETWEEN':
      return (value) => compare(value, first) >= 0 && compare(value, others[0] ?? '') <= 0;
    default:
      return (value) => all.includes(value);
  }
}

function compare(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return a < b ? -1 : Number(a > b);
}
