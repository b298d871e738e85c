import { expect, it } from 'vitest';
import type { FieldChange } from '../plan/plan.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { toUpdateBody } from '../resource/wire-form.ts';
import { inverseChanges } from './inverse-changes.ts';

const crate = { ...testCatalogue.find('crate'), freeForm: ['settings'] } as ResourceDescriptor;
const before = { name: 'A', settings: { schema: { id: { type: 'string' } } } };

function inverseOf(changes: readonly FieldChange[]): readonly FieldChange[] {
  const step = { id: 's1', kind: 'update', type: 'crate', handle: 'c1', changes } as never;
  return inverseChanges(crate, { step, id: 'c1', before, changes, actual: [] });
}

it('takes an addition to a free-form field back as a whole, and out of the body', () => {
  const inverse = inverseOf([
    { path: ['settings', 'schema', 'number', 'type'], after: 'string' },
    { path: ['settings', 'schema', 'number', 'title'], after: 'Number' },
  ]);

  expect(inverse).toEqual([
    { path: ['settings', 'schema', 'number'], before: { type: 'string', title: 'Number' }, after: null },
  ]);
  const live = { id: 'c1', body: { ...before, settings: { schema: { id: {}, number: { type: 'string' } } } } };
  expect(toUpdateBody(crate, live, inverse, String)).toMatchObject({ settings: { schema: { id: {} } } });
  expect(JSON.stringify(toUpdateBody(crate, live, inverse, String))).not.toContain('number');
});

it('sets any other field that was not there before to null', () => {
  expect(inverseOf([{ path: ['note'], after: 'new' }])).toEqual([{ path: ['note'], before: 'new', after: null }]);
});
