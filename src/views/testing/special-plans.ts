import type { Plan, Step } from '../../core/plan/index.ts';
import { plan } from './plans.ts';

const nothing = { steps: [], actions: [], matches: [], values: [], diagnostics: [], relative: false } as const;

/** A plan that has nothing to do. */
export const emptyPlan: Plan = { ...plan, ...nothing, reads: [], requests: 0, reversibility: 'exact' };

/** A plan that can not be deployed, with findings of every weight. */
export const refusedPlan: Plan = {
  ...emptyPlan,
  diagnostics: [
    {
      code: 'SB1002',
      severity: 'error',
      summary: 'A reference names nothing that exists',
      detail: 'routing_queue/Billing | <b>`VIP`</b> refers to flow/inqueuecall/Hold, which does not exist in prod.',
      remedy: 'Create the object in an earlier action, correct the name, or map it in the environment file.',
      address: 'routing_queue/Billing | <b>`VIP`</b>',
      source: { file: 'changesets/a change.yaml', line: 6, column: 13 },
    },
    {
      code: 'SB2502',
      severity: 'error',
      summary: 'An expression has no value for the data it met.',
      detail: 'line 1, column 7 of the expression:\nqueue.labels.tier\n      ^',
      remedy: 'Guard fields that may be missing with has(…).',
    },
    {
      code: 'SB1025',
      severity: 'warning',
      summary: 'A document gives up a field that Signalbox wrote before',
      detail: 'routing_queue/Billing no longer declares description; the live value stays.',
      remedy: 'Nothing is to be done if that was meant.',
      address: 'routing_queue/Billing',
    },
  ],
};

/** A plan of deletions only, with long documents. */
export const deletingPlan: Plan = {
  ...emptyPlan,
  actions: [{ action: 0, text: 'forEach routing_wrapupcode where wrapupcode.name.startsWith("Old")' }],
  steps: Array.from({ length: 3 }, (_each, index): Step => ({
    id: `s${index + 1}`,
    kind: 'delete',
    handle: `w${index}`,
    type: 'routing_wrapupcode',
    address: `routing_wrapupcode/Old ${index + 1}`,
    phase: 'delete',
    dependsOn: index === 0 ? [] : ['s1'],
    reason: 'the changeset deletes it',
    actions: [0],
    source: { file: 'changesets/tidy.yaml', line: 6 },
    reversibility: 'irreversible',
    effect: 'new-only',
    requests: 3,
    before: Object.fromEntries(Array.from({ length: 9 }, (_field, field) => [`field${field}`, `value ${field}`])),
  })),
  matches: [
    {
      action: 0,
      type: 'routing_wrapupcode',
      matched: [1, 2, 3].map((number) => ({ address: `routing_wrapupcode/Old ${number}`, handle: `w${number}` })),
    },
  ],
  requests: 9,
  reversibility: 'irreversible',
};

const flow = (greeting: string): string =>
  [
    'inboundCall:',
    '  name: Main',
    '  menu:',
    `    greeting: ${greeting}`,
    '    choices:',
    '      - 1',
    '      - 2',
  ].join('\n');

/** A plan whose fields are long: a list, a text of several lines, published content, and names that are markup. */
export const longFieldsPlan: Plan = {
  ...emptyPlan,
  actions: [
    { action: 0, text: 'ensure flow/inboundcall/Main `|` <script>', source: { file: 'changesets/main.yaml', line: 6 } },
  ],
  steps: [
    {
      id: 's1',
      kind: 'update',
      handle: 'f1',
      type: 'flow',
      address: 'flow/inboundcall/Main `|` <script>',
      phase: 'publish',
      dependsOn: [],
      reason: 'declared fields differ',
      actions: [0],
      reversibility: 'exact',
      effect: 'new-only',
      requests: 4,
      changes: [
        {
          path: ['memberGroups'],
          before: ['group/A', 'group/B', 'group/東京 ```'].map(($ref) => ({ $ref })),
          after: ['group/A', 'group/C', 'group/東京 ```'].map(($ref) => ({ $ref })),
        },
        { path: ['note'], before: 'first\nsecond', after: 'first\nthird ```\n</details>' },
        { path: ['content'], before: { $content: 'sha256:aa' }, after: { $content: 'sha256:bb' } },
        { path: ['order'], before: [1, 2], after: [2, 1] },
      ],
    },
  ],
  contents: { 'sha256:aa': flow('Welcome'), 'sha256:bb': flow('Good morning') },
  requests: 4,
};

/** As many updates as asked for, all of one iterator; the last one deletes. */
export function hugePlan(count: number): Plan {
  const [update] = plan.steps.filter(({ id }) => id === 's2');
  const updates = Array.from({ length: count }, (_, index) => ({
    ...update,
    id: `s${index + 1}`,
    address: `routing_queue/Q${index + 1}`,
  }));
  const deletion = { ...deletingPlan.steps[0], id: `s${count + 1}`, actions: [3] };
  return { ...plan, steps: [...updates, deletion] as unknown as Plan['steps'] };
}
