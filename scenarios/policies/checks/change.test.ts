import { describe, expect, it } from 'vitest';
import { detailsOf, ensure, findingsOf, remove, type Example } from '../judge.ts';

const skill = ensure('routing_skill', 'VIP');

describe('SB1101 missing-metadata', () => {
  const asks = (
    parameters: Record<string, string | number | readonly string[]>,
  ): NonNullable<Example['environment']> => ({
    policies: { checks: { SB1101: { parameters } }, waivers: [], policies: [] },
  });
  const table: readonly Example[] = [
    { name: 'takes a change that says who, why and for what', actions: [skill] },
    {
      name: 'objects to words that say nothing',
      actions: [skill],
      metadata: { reason: 'TODO', workItem: ' ' },
      found: ['`reason` says nothing ("TODO").', '`workItem` says nothing (" ").'],
    },
    {
      name: 'objects to forms that the project does not use',
      actions: [skill],
      environment: asks({ owner: '*@example.org', workItem: 'JIRA-*', reasonLength: 30 }),
      found: [
        '`owner` is "dana@example.com"; the project asks for *@example.org.',
        '`workItem` is "CC-1"; the project asks for JIRA-*.',
        '`reason` has 17 characters; the project asks for at least 30.',
      ],
    },
    {
      name: 'takes a change without what the project does not ask for',
      actions: [skill],
      metadata: { workItem: '' },
      environment: asks({ required: ['owner', 'reason'] }),
    },
    {
      name: 'takes the forms that the project uses',
      actions: [skill],
      environment: asks({ owner: '*@example.com', workItem: 'CC-*', reasonLength: 10 }),
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1101', given)).toEqual(found);
  });
});

describe('SB1102 emergency-without-incident', () => {
  const table: readonly Example[] = [
    { name: 'takes an ordinary change', actions: [skill] },
    {
      name: 'takes an emergency with its incident',
      actions: [skill],
      metadata: { lane: 'emergency', incident: 'INC-4711' },
    },
    {
      name: 'objects to an emergency without one',
      actions: [skill],
      metadata: { lane: 'emergency', incident: ' ' },
      found: ['The lane is emergency and `incident` is missing.'],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1102', given)).toEqual(found);
  });
});

describe('SB1103 dirty-artifact', () => {
  const dirty = { origin: { commit: '0123456789abcdef', dirty: true } };
  const table: readonly Example[] = [
    { name: 'takes an artifact whose sources nobody knows', actions: [skill] },
    { name: 'takes an artifact of a clean tree', actions: [skill], extra: { origin: { commit: 'abc', dirty: false } } },
    {
      name: 'objects to files that are not committed',
      actions: [skill],
      extra: dirty,
      found: ['Files of the project differed from commit 0123456789ab when it was built.'],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1103', given)).toEqual(found);
  });

  it('warns, and refuses where the environment is protected', () => {
    const severities = [false, true].map(
      (isProtected) =>
        findingsOf('SB1103', { actions: [skill], extra: dirty, environment: { protected: isProtected } })[0]?.severity,
    );
    expect(severities).toEqual(['warning', 'error']);
  });
});

describe('SB1104 irreversible-without-approver', () => {
  const live = { integration: [{ id: 'i1', name: 'CRM', integrationType: { id: 'custom-rest-actions' } }] };
  const actions = [remove('integration', 'CRM')];
  const detail =
    'Nothing takes back the delete of integration/CRM; uat asks for no approvals of such steps, not for 2.';
  const table: readonly Example[] = [
    { name: 'takes what can be taken back', actions: [skill] },
    { name: 'objects to a step that nothing takes back', live, actions, found: [detail] },
    {
      name: 'takes it where enough people have to agree',
      live,
      actions,
      environment: { approvals: { irreversible: 2 } },
    },
    {
      name: 'objects where too few have to',
      live,
      actions,
      environment: { approvals: { irreversible: 1 } },
      found: [detail.replace('no approvals', 'one approval')],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1104', given)).toEqual(found);
  });
});

describe('SB1105 budget-exceeded', () => {
  const actions = Array.from({ length: 40 }, (_, index) => ensure('routing_skill', `Skill ${index}`));
  const strict = { policies: { checks: { SB1105: { parameters: { mostMinutes: 10 } } }, waivers: [], policies: [] } };
  it('takes what fits, and what nobody gave a budget for', () => {
    const fits = { extra: { budget: { requestsPerMinute: 300, reserve: 60 } } };
    expect(detailsOf('SB1105', { actions, environment: strict, ...fits })).toEqual([]);
    expect(detailsOf('SB1105', { actions, environment: strict })).toEqual([]);
  });

  it('objects to a deployment that keeps the API busy for too long', () => {
    const slow = { extra: { budget: { requestsPerMinute: 2, reserve: 1 } } };
    const found = detailsOf('SB1105', { actions, environment: strict, ...slow });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^\d+ requests at 1 a minute take about \d+ minutes; sane is up to 10\.$/u);
  });
});
