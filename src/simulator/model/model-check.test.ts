import { describe, expect, it } from 'vitest';
import { checkBody } from './model-check.ts';

describe('a body', () => {
  it('needs what its model requires, but never a property that callers cannot set', () => {
    const sequence = { campaigns: [], status: 'off' };
    expect(checkBody(sequence, 'CampaignSequence')).toEqual(sequence);
    expect(() => checkBody({ campaigns: [] }, 'CampaignSequence')).toThrow('missing a required value: status');
  });

  it('needs it at every depth, but not inside a reference', () => {
    const list = { name: 'Leads', columnNames: ['Phone'] };
    expect(() => checkBody({ ...list, phoneColumns: [{}] }, 'ContactList')).toThrow('phoneColumns[0].columnName');
    expect(() =>
      checkBody({ ...list, phoneColumns: [{ columnName: 'Phone', type: 'cell' }] }, 'ContactList'),
    ).not.toThrow();
    expect(() => checkBody({ name: 'Sales', division: { id: 'd' } }, 'CreateQueueRequest')).not.toThrow();
  });

  it('loses read-only and unknown properties', () => {
    const body = { campaigns: [], status: 'off', currentCampaign: 3, stopMessage: 'x', invented: true };
    expect(Object.keys(checkBody(body, 'CampaignSequence'))).toEqual(['campaigns', 'status']);
  });

  it('takes enum values in any letter case, and an empty text for none', () => {
    const sequence = { campaigns: [], status: 'OFF' };
    expect(checkBody(sequence, 'CampaignSequence')).toEqual(sequence);
    expect(() => checkBody({ campaigns: [], status: 'asleep' }, 'CampaignSequence')).toThrow('[asleep] is not valid');
    expect(() => checkBody({ campaigns: [], status: '' }, 'CampaignSequence')).toThrow('missing a required value');
    expect(checkBody({ name: 'A', type: '' }, 'Script')).toEqual({ name: 'A' });
  });
});
