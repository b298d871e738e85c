import { describe, expect, it } from 'vitest';
import { digestText } from '../../src/core/index.ts';
import { knownChecks } from '../../src/core/policy/index.ts';
import { ensure, findingsOf, remove, type PolicyCase } from './judge.ts';

const id = '4f5f8f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b';
const flowText = (greeting: string): string =>
  `inboundCall:\n  name: New\n  startUpRef: /inboundCall/menus/menu[main]\n  description: "${greeting}"\n`;
const policy = (domain: string, entityName: string, ...actionSet: readonly string[]) => ({
  permissionPolicies: [{ domain, entityName, actionSet }],
});
const asksFor = (routingSkill: string) => ({
  skillConditions: [
    {
      routingSkillConditions: [{ routingSkill, comparator: 'GreaterThan', proficiency: 1, childConditions: [] }],
      languageSkillConditions: [],
      operation: 'And',
    },
  ],
});

/** One organisation for all examples. */
const live: NonNullable<PolicyCase['live']> = {
  routing_queue: [
    {
      id: 'q1',
      name: 'Staffed',
      memberCount: 3,
      division: { id: 'd1' },
      memberGroups: [{ id: 's1', type: 'SKILLGROUP' }],
    },
    { id: 'q2', name: 'Empty', memberCount: 0, division: { id: 'd1' } },
  ],
  routing_skill: [
    { id: 'k1', name: 'VIP' },
    { id: 'k2', name: 'Other' },
  ],
  routing_skill_group: [{ id: 's1', name: 'Seniors', ...asksFor('VIP') }],
  routing_wrapupcode: [
    { id: 'w1', name: 'Used' },
    { id: 'w2', name: 'Unused' },
  ],
  auth_division: [
    { id: 'd1', name: 'Home' },
    { id: 'd2', name: 'Sales' },
  ],
  auth_role: [
    { id: 'r1', name: 'All', ...policy('routing', '*', '*') },
    { id: 'r2', name: 'Reader', ...policy('routing', 'queue', 'view', 'edit') },
  ],
  group: [{ id: 'g1', name: 'Team', type: 'official', visibility: 'public' }],
  flow: [
    { id: 'f1', name: 'Main', type: 'inboundcall', publishedVersion: { id: '1' } },
    { id: 'f2', name: 'Draft', type: 'inboundcall' },
    { id: 'f3', name: 'Hold', type: 'inqueuecall', publishedVersion: { id: '1' } },
  ],
  architect_ivr: [{ id: 'i1', name: 'Sales', dnis: ['+353100'], openHoursFlow: { id: 'f1' } }],
  architect_schedules: [{ id: 'h1', name: 'Week', start: '2026-01-01T09:00:00.000', end: '2026-01-01T17:00:00.000' }],
  integration: [{ id: 'n1', name: 'CRM', integrationType: { id: 'custom-rest-actions' } }],
  location: [{ id: 'l1', name: 'Dublin' }],
};

const queue = (values: Parameters<typeof ensure>[2]): PolicyCase => ({
  actions: [ensure('routing_queue', 'Staffed', values)],
});
const made = (values: Parameters<typeof ensure>[2]): PolicyCase => ({
  actions: [ensure('routing_queue', 'New', values)],
});
const skill: PolicyCase = { actions: [ensure('routing_skill', 'New')] };
const role = (values: Parameters<typeof ensure>[2]): PolicyCase => ({
  actions: [ensure('auth_role', 'Reader', values)],
});
const call = (values: Parameters<typeof ensure>[2]): PolicyCase => ({
  actions: [ensure('architect_ivr', 'New', values)],
});
const flow = (greeting: string): PolicyCase => ({
  contents: [flowText(greeting)],
  actions: [ensure('flow', ['inboundcall', 'New'], { content: { $content: digestText(flowText(greeting)) } })],
});
const client = (name: string, division: string): PolicyCase => ({
  actions: [
    ensure('oauth_client', 'Bot', {
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [
        {
          roleId: { $ref: `auth_role/${name}` },
          divisionId: division === '*' ? '*' : { $ref: `auth_division/${division}` },
        },
      ],
    }),
  ],
});
const dataAction = (timeoutSeconds: number, url = 'https://crm.example.com/x'): PolicyCase => ({
  actions: [
    ensure('integration_action', ['CRM', 'Look up'], {
      integrationId: { $ref: 'integration/CRM' },
      contract: {},
      config: { request: { requestUrlTemplate: url, requestType: 'GET' }, timeoutSeconds },
    }),
  ],
});
const grants = (...names: readonly string[]): PolicyCase => ({
  parts: { group_roles: { g1: [{ id: 'g1', group: { id: 'g1' }, grants: [] }] } },
  actions: [
    ensure('group_roles', 'Team', {
      grants: names.map((name) => ({ role: { $ref: `auth_role/${name}` }, division: { $ref: 'auth_division/Home' } })),
    }),
  ],
});
const main = { $ref: 'flow/inboundcall/Main' };
const level = (percentage: number): PolicyCase =>
  queue({ mediaSettings: { call: { serviceLevel: { percentage, durationMs: 20_000 } } } });

const promoted = { earlierStages: ['dev'], portability: { location: 'environment' } } as const;

/** What each check objects to, and the nearest thing that it takes. */
const examples: Readonly<Record<string, { readonly bad: PolicyCase; readonly good: PolicyCase }>> = {
  SB1005: { bad: { ...skill, environment: { modes: { routing_skill: 'observe' } } }, good: skill },
  SB1006: {
    bad: { ...skill, environment: { ownership: [{ type: 'routing_skill', owner: 'terraform' }] } },
    good: skill,
  },
  SB1009: { bad: { ...skill, environment: { limits: { maxObjects: 0, maxDeletes: 0 } } }, good: skill },
  SB1010: {
    bad: { actions: [remove('routing_skill', 'Other')], environment: { limits: { maxObjects: 9, maxDeletes: 0 } } },
    good: { actions: [remove('routing_skill', 'Other')], environment: { limits: { maxObjects: 9, maxDeletes: 1 } } },
  },
  SB1011: {
    bad: { actions: [remove('flow', ['inboundcall', 'Main'])] },
    good: { actions: [remove('flow', ['inboundcall', 'Draft'])] },
  },
  SB1016: { bad: flow('{{greeting}}'), good: flow('Welcome') },
  SB1040: { bad: queue({ description: { $secret: 'exec:pass show crm' } }), good: queue({ description: 'none' }) },
  SB1050: {
    bad: { actions: [ensure('location', 'Cork')], environment: promoted },
    good: { actions: [{ ...ensure('location', 'Cork'), environments: ['uat'] }], environment: promoted },
  },
  SB1101: { bad: { ...skill, metadata: { reason: 'TODO' } }, good: skill },
  SB1102: {
    bad: { ...skill, metadata: { lane: 'emergency' } },
    good: { ...skill, metadata: { lane: 'emergency', incident: 'INC-1' } },
  },
  SB1103: {
    bad: { ...skill, extra: { origin: { commit: 'abc', dirty: true } } },
    good: { ...skill, extra: { origin: { commit: 'abc', dirty: false } } },
  },
  SB1104: { bad: { actions: [remove('integration', 'CRM')] }, good: skill },
  SB1105: {
    bad: {
      actions: Array.from({ length: 80 }, (_, index) => ensure('routing_skill', `Skill ${index}`)),
      extra: { budget: { requestsPerMinute: 2, reserve: 1 } },
    },
    good: { ...skill, extra: { budget: { requestsPerMinute: 300, reserve: 60 } } },
  },
  SB1110: { bad: queue({ callingPartyName: `to ${id}` }), good: queue({ callingPartyName: 'Billing' }) },
  SB1112: {
    bad: { tests: ['env.values.limit > 1'] },
    good: { tests: ['env.values.limit > 1'], environment: { values: { limit: 3 } } },
  },
  SB1113: { bad: queue({ division: { $ref: 'auth_division/Sales' } }), good: queue({ description: 'new' }) },
  SB1120: { bad: queue({ description: '-----BEGIN RSA PRIVATE KEY-----' }), good: queue({ description: 'a key' }) },
  SB1121: { bad: dataAction(10, 'http://crm.example.com/x'), good: dataAction(10) },
  SB1122: { bad: role(policy('routing', 'queue', '*')), good: role(policy('routing', 'queue', 'view')) },
  SB1123: { bad: role(policy('routing', 'queue', 'add')), good: role(policy('routing', 'queue', 'view')) },
  SB1124: { bad: grants('Reader'), good: grants() },
  SB1125: { bad: client('All', 'Home'), good: client('Reader', 'Home') },
  SB1126: { bad: client('Reader', '*'), good: client('Reader', 'Home') },
  SB1130: { bad: level(80), good: level(0.8) },
  SB1131: { bad: queue({ acwSettings: { timeoutMs: 60 } }), good: queue({ acwSettings: { timeoutMs: 60_000 } }) },
  SB1132: { bad: made({}), good: made({ memberGroups: [{ $ref: 'group/Team', type: 'GROUP' }] }) },
  SB1133: { bad: made({}), good: made({ queueFlow: { $ref: 'flow/inqueuecall/Hold' } }) },
  SB1134: {
    bad: { actions: [ensure('routing_skill_group', 'Seniors', asksFor('Other'))] },
    good: { actions: [ensure('routing_skill_group', 'Seniors', { description: 'those who know' })] },
  },
  SB1135: {
    bad: { actions: [remove('routing_queue', 'Staffed')] },
    good: { actions: [remove('routing_queue', 'Empty')] },
  },
  SB1140: { bad: call({ openHoursFlow: { $ref: 'flow/inboundcall/Draft' } }), good: call({ openHoursFlow: main }) },
  SB1141: {
    bad: { actions: [ensure('architect_schedulegroups', 'New', { openSchedules: [] })] },
    good: {
      actions: [ensure('architect_schedulegroups', 'New', { openSchedules: [{ $ref: 'architect_schedules/Week' }] })],
    },
  },
  SB1142: { bad: call({ openHoursFlow: main }), good: call({ openHoursFlow: main, dnis: ['+353200'] }) },
  SB1143: { bad: call({ dnis: ['+353200'] }), good: call({ openHoursFlow: main, dnis: ['+353200'] }) },
  SB1144: { bad: call({ dnis: ['+353100'] }), good: call({ dnis: ['+353200'] }) },
  SB1145: { bad: dataAction(90), good: dataAction(10) },
};

describe.each(knownChecks)('$code $name', ({ code }) => {
  it('objects to its bad example', () => {
    const found = findingsOf(code, { live, ...examples[code]?.bad });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ detail, remedy }) => detail !== '' && remedy !== '')).toBe(true);
  });

  it('takes its good example', () => {
    expect(examples[code]?.good).toBeDefined();
    expect(findingsOf(code, { live, ...examples[code]?.good })).toEqual([]);
  });
});

it('no examples are left of a check that is gone', () => {
  expect(Object.keys(examples)).toEqual(knownChecks.map(({ code }) => code).toSorted());
});
