import { expect, it } from 'vitest';
import { currentId } from './current-id.ts';

it.each([
  { name: 'stays where nothing was made anew', newIds: {}, id: 'a/b', expected: 'a/b' },
  { name: 'follows an object made anew twice', newIds: { a: 'b', b: 'c' }, id: 'a', expected: 'c' },
  { name: 'follows the parent of a part', newIds: { a: 'b', b: 'c' }, id: 'a/x', expected: 'c/x' },
  { name: 'follows a part of a part', newIds: { 'a/x': 'b/y' }, id: 'a/x/z', expected: 'b/y/z' },
  {
    name: 'follows a part that was made anew after its parent was',
    newIds: { a: 'b', 'b/x': 'b/y' },
    id: 'a/x',
    expected: 'b/y',
  },
])('an id $name', ({ newIds, id, expected }) => {
  expect(currentId(newIds, id)).toBe(expected);
});
