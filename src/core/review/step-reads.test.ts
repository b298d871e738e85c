import { expect, it } from 'vitest';
import { planOf, type TestCase } from '../plan/testing/test-world.ts';
import { proposeChanges } from './propose-changes.ts';
import { ensure, remove } from './testing/reach-world.ts';

interface Row {
  readonly name: string;
  readonly given: TestCase;
  readonly reads: readonly object[];
}

const live = {
  crate: [{ id: 'c1', name: 'Box', size: 5, note: 'old' }],
  colour: [{ id: 'r1', name: 'Red' }],
};

const rows: readonly Row[] = [
  {
    name: 'of plain values nothing',
    given: { live, actions: [ensure('crate', 'Box', { note: 'new' })] },
    reads: [],
  },
  {
    name: 'the objects that written values refer to, those that the plan makes, too',
    given: {
      live,
      actions: [
        ensure('colour', 'Blue'),
        ensure('crate', 'New', { colours: [{ $ref: 'colour/Red' }, { $ref: 'colour/Blue' }] }),
      ],
    },
    reads: [{ stepId: 's2', references: ['colour/Blue', 'colour/Red'], values: [] }],
  },
  {
    name: 'what computed fields come from',
    given: {
      live,
      environment: { values: { step: 2 } },
      actions: [{ kind: 'forEach', type: 'crate', as: 'crate', set: { size: '${crate.size + env.values.step}' } }],
    },
    reads: [
      {
        stepId: 's1',
        references: [],
        values: [
          {
            path: ['size'],
            expression: '${crate.size + env.values.step}',
            reads: ['crate.size', 'env.values.step'],
          },
        ],
      },
    ],
  },
  {
    name: 'of a rename what its new name comes from',
    given: {
      live,
      actions: [{ kind: 'forEach', type: 'crate', as: 'crate', rename: '${crate.name} 2' }],
    },
    reads: [
      {
        stepId: 's1',
        references: [],
        values: [{ path: ['name'], expression: '${crate.name} 2', reads: ['crate.name'] }],
      },
    ],
  },
  {
    name: 'of a delete nothing: its values are kept, not used',
    given: { live, actions: [remove('crate', 'Box')] },
    reads: [],
  },
];

it.each(rows)('a step reads $name', ({ given, reads }) => {
  expect(planOf(given, proposeChanges).plan.review?.reads).toEqual(reads);
});
