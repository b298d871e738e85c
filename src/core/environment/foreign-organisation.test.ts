import { describe, expect, it } from 'vitest';
import { describeForeignOrganisation } from './foreign-organisation.ts';

const prod = { name: 'prod', organisationId: 'o-3' };
const neighbours = [
  { name: 'dev', organisationId: 'o-1' },
  { name: 'prod', organisationId: 'o-3' },
];

describe('credentials of another organisation', () => {
  it('are none where the pinned one answers', () => {
    expect(describeForeignOrganisation(prod, { id: 'o-3' }, { neighbours })).toBeUndefined();
  });

  it('are told by the environment that pins it', () => {
    expect(describeForeignOrganisation(prod, { id: 'o-1', name: 'Dev' }, { neighbours, use: 'write' })).toBe(
      'prod is pinned to organisation o-3, but its write credentials belong to Dev (o-1), which is environment dev.',
    );
  });

  it('are not spoken of where a snapshot is looked at', () => {
    expect(describeForeignOrganisation(prod, { id: 'o-1' }, { neighbours, use: 'snapshot' })).toBe(
      'prod is pinned to organisation o-3, but the snapshot shows o-1, which is environment dev.',
    );
  });

  it('are told by id where nobody pins it', () => {
    expect(describeForeignOrganisation(prod, { id: 'o-9' }, { neighbours })).toBe(
      'prod is pinned to organisation o-3, but its credentials belong to o-9, which no environment of the project pins.',
    );
  });
});
