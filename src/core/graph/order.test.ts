import { describe, expect, it } from 'vitest';
import { findCircles, orderNodes, type GraphNode } from './order.ts';

const node = (id: string, dependsOn: readonly string[] = [], rank = 0): GraphNode => ({
  id,
  rank,
  label: id,
  dependsOn: new Set(dependsOn),
});

describe('orderNodes', () => {
  it('puts what is depended on first, then lower ranks, then names', () => {
    expect(orderNodes([node('b'), node('a', ['z']), node('z', [], 5), node('c', [], 1)]).order).toEqual([
      'b',
      'c',
      'z',
      'a',
    ]);
  });

  it('says what is left in a circle and orders the rest', () => {
    expect(orderNodes([node('a', ['b']), node('b', ['a']), node('c')])).toEqual({ order: ['c'], stuck: ['a', 'b'] });
  });
});

describe('findCircles', () => {
  it('finds each circle and every self-reference, and no more', () => {
    const nodes = [
      node('a', ['b']),
      node('b', ['a', 'c']),
      node('c', ['d']),
      node('d', ['c']),
      node('e', ['e']),
      node('f', ['a']),
    ];
    expect(findCircles(nodes)).toEqual([['c', 'd'], ['a', 'b'], ['e']]);
  });

  it('survives a chain of 50,000', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => node(`n${index}`, [`n${index + 1}`]));
    expect(findCircles(chain)).toEqual([]);
    expect(orderNodes(chain).order).toHaveLength(50_000);
  });
});
