import { describe, expect, test } from 'vitest';
import { readsOfExpression } from './reads.ts';

describe('what an expression reads', () => {
  test('are the ways to values, with loop variables followed to the objects they stand for', () => {
    const reads = readsOfExpression(
      'min(queue.acwSettings.timeoutMs * inputs.factor, 5) > 1 && has(queue.a.b) && queue["x"].y == 1 && ' +
        'resources("routing_queue").filter(q, q.labels.tier == "vip").exists(q, q.n.m > 1) && ref("routing_skill", "VIP").id != ""',
    );

    expect(reads.variables).toEqual(['queue', 'inputs']);
    expect(reads.chains).toEqual([
      ['queue', 'acwSettings', 'timeoutMs'],
      ['inputs', 'factor'],
      ['queue', 'a', 'b'],
      ['queue', 'x', 'y'],
      ['resources("routing_queue")', 'labels', 'tier'],
      ['resources("routing_queue")', 'n', 'm'],
      ['resources("routing_skill")', 'id'],
    ]);
    expect(reads.types).toEqual(['routing_queue', 'routing_skill']);
    expect(reads.objects).toEqual([
      { type: 'routing_queue', path: ['labels', 'tier'] },
      { type: 'routing_queue', path: ['n', 'm'] },
      { type: 'routing_skill', path: ['id'] },
    ]);
    expect(reads.dynamic).toBe(false);
  });

  test.each([
    ['resources("t").map(q, q)', [{ type: 't', path: [] }]],
    ['resources("t")', [{ type: 't', path: [] }]],
    [
      '(resources("t") + resources("u")).exists(x, x.a)',
      [
        { type: 't', path: [] },
        { type: 'u', path: [] },
      ],
    ],
    [
      'resources("t").filter(q, q.a)[0].b',
      [
        { type: 't', path: ['a'] },
        { type: 't', path: ['b'] },
      ],
    ],
    ['resources("t").size() > 1', []],
    [
      'resources("t").exists(a, resources("u").exists(b, a.x == b.y))',
      [
        { type: 't', path: ['x'] },
        { type: 'u', path: ['y'] },
      ],
    ],
  ])('%s', (source, objects) => {
    expect(readsOfExpression(source).objects).toEqual(objects);
  });

  test('are marked when the type is computed, and end where a computed name begins', () => {
    expect(readsOfExpression('resources(inputs.type).size()')).toMatchObject({
      dynamic: true,
      chains: [['inputs', 'type']],
    });
    expect(readsOfExpression('queue.a[inputs.name].b').chains).toEqual([
      ['inputs', 'name'],
      ['queue', 'a'],
    ]);
  });
});
