import { expect, it } from 'vitest';
import type { Action } from '../../../changeset/action.ts';
import type { Changeset } from '../../../changeset/changeset.ts';
import { testCatalogue } from '../../testing/test-world.ts';
import { isRelative } from './relative.ts';

const source = { file: 'x.yaml' };

function changesetOf(action: Action): Changeset {
  const metadata = { name: 'x', owner: 'x', reason: 'x', workItem: 'x', lane: 'normal' as const };
  return { metadata, inputs: {}, actions: [action], tests: [] };
}

it.each([
  { reads: '${crate[inputs.field] * 2}', relative: true },
  { reads: '${crate == null ? 1 : 2}', relative: true },
  { reads: '${resources("crate") == [] ? 1 : 2}', relative: true },
  { reads: '${size(resources("crate"))}', relative: false },
  { reads: '${resources("colour") == [] ? 1 : 2}', relative: false },
  { reads: '${inputs.size}', relative: false },
  { reads: '${crate.name == "a" ? 1 : 2}', relative: false },
])('a changeset that sets a size to $reads is relative: $relative', ({ reads, relative }) => {
  const action: Action = { kind: 'forEach', source, type: 'crate', as: 'crate', set: { size: reads } };
  expect(isRelative(changesetOf(action), testCatalogue)).toBe(relative);
});
