import { describe, expect, it } from 'vitest';
import { changeParentsAt, stringsAt } from './paths.ts';

const value = {
  id: 'top',
  list: [{ id: 'a' }, { id: 'b', inner: { id: 'c' } }, null, 'text'],
  map: { x: { id: 'd' }, y: { id: '' } },
};

describe('the strings at a path', () => {
  it.each([
    ['id', ['top']],
    ['list[].id', ['a', 'b']],
    ['list[].inner.id', ['c']],
    ['map.*.id', ['d']],
    ['nothing.at[].all', []],
    ['list[]', ['text']],
  ])('%s are %j', (path, expected) => expect(stringsAt(value, path)).toEqual(expected));
});

describe('changing the parents at a path', () => {
  const mark = (parent: object): Readonly<Record<string, unknown>> => ({ ...parent, seen: true });

  it('copies what changes and nothing else', () => {
    const before = structuredClone(value);
    const after = changeParentsAt(value, 'list[].inner.id', mark);
    expect(after).toEqual({ ...value, list: [{ id: 'a' }, { id: 'b', inner: { id: 'c', seen: true } }, null, 'text'] });
    expect(after['map']).toBe(value.map);
    expect(value).toEqual(before);
  });

  it('goes into every member of a map and to the top', () => {
    expect(changeParentsAt(value, 'map.*.id', mark)['map']).toEqual({
      x: { id: 'd', seen: true },
      y: { id: '', seen: true },
    });
    expect(changeParentsAt(value, 'id', mark)).toEqual({ ...value, seen: true });
  });

  it('is the object itself when nothing is there', () => {
    expect(changeParentsAt(value, 'nothing[].here.id', mark)).toBe(value);
  });
});
