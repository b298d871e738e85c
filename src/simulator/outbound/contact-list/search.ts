import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';

/** A condition of contacts: predicates in clauses, all or any of which hold. */
export type ContactCondition = (contact: Entity) => boolean;

/** The condition that a contact list filter or the criteria of a search state; every contact meets an empty one. */
export function contactCondition(criteria: JsonObject): ContactCondition {
  const clauses = objectsIn(criteria['clauses']).map(clauseOf);
  return (contact) => combined(clauses, criteria)(contact);
}

function clauseOf(clause: JsonObject): ContactCondition {
  return combined(objectsIn(clause['predicates']).map(predicateOf), clause);
}

function combined(conditions: readonly ContactCondition[], by: JsonObject): ContactCondition {
  if (conditions.length === 0) return () => true;
  return textOf(by, 'filterType') === 'OR'
    ? (contact) => conditions.some((holds) => holds(contact))
    : (contact) => conditions.every((holds) => holds(contact));
}

function predicateOf(predicate: JsonObject): ContactCondition {
  const isInverted = predicate['inverted'] === true;
  return (contact) => {
    const data = isObject(contact['data']) ? contact['data'] : {};
    const column = textOf(predicate, 'column');
    return holdsFor(column === 'inin-outbound-id' ? contact.id : textOf(data, column), predicate) !== isInverted;
  };
}

function holdsFor(value: string, predicate: JsonObject): boolean {
  const wanted = textOf(predicate, 'value');
  const order = compare(value, wanted, predicate);
  switch (textOf(predicate, 'operator')) {
    case 'EQUALS':
      return order === 0;
    case 'LESS_THAN':
    case 'BEFORE':
      return order < 0;
    case 'LESS_THAN_EQUALS':
      return order <= 0;
    case 'GREATER_THAN':
    case 'AFTER':
      return order > 0;
    case 'GREATER_THAN_EQUALS':
      return order >= 0;
    case 'CONTAINS':
      return value.includes(wanted);
    case 'BEGINS_WITH':
      return value.startsWith(wanted);
    case 'ENDS_WITH':
      return value.endsWith(wanted);
    case 'BETWEEN':
      return isBetween(value, predicate);
    case 'IN':
      return stringsOf(rangeOf(predicate)['inSet']).includes(value);
    default:
      return false;
  }
}

function isBetween(value: string, predicate: JsonObject): boolean {
  const range = rangeOf(predicate);
  const low = compare(value, textOf(range, 'min'), predicate);
  const high = compare(value, textOf(range, 'max'), predicate);
  const isAbove = range['minInclusive'] === true ? low >= 0 : low > 0;
  return isAbove && (range['maxInclusive'] === true ? high <= 0 : high < 0);
}

function compare(left: string, right: string, predicate: JsonObject): number {
  if (textOf(predicate, 'columnType') === 'numeric') return Number(left) - Number(right);
  return left === right ? 0 : left < right ? -1 : 1;
}

function rangeOf(predicate: JsonObject): JsonObject {
  return isObject(predicate['range']) ? predicate['range'] : {};
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
