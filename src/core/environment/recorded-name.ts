import type { OwnedObjects } from './environment.ts';

/**
 * What another tool's record calls a live object; undefined where it does not list it. Tools put the ids of parent and
 * child together in ways of their own (`table/row`, `document,base`), or name the child's alone.
 */
export function recordedName({ names }: OwnedObjects, type: string, id: string): string | undefined {
  const ofType = names[type];
  if (ofType === undefined) return undefined;
  const ids = [recordedId(id), recordedId(id.slice(id.lastIndexOf('/') + 1))];
  // Keys of rows are part of ids, and people may call one "constructor".
  const listed = ids.find((each) => Object.hasOwn(ofType, each));
  return listed === undefined ? undefined : ofType[listed];
}

/** An id as records list it: its parts in an order of their own. */
export function recordedId(id: string): string {
  const parts = id.split(/[/,:|]/u).filter((part) => part !== '');
  return parts.toSorted().join('/');
}
