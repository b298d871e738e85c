import type { JsonObject } from '../../kernel/values.ts';
import { codesShelf, putMembers } from '../../routing/membership.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

const chainLength = 25;

/** Queues with members and wrap-up codes; the first ones hand over to each other in a long chain. */
export const queueArea: Area = {
  shares: { routing_queue: { part: 0.08, least: 26 } },
  build: (draft) => {
    times(draft.count('routing_queue'), (index) => addQueue(draft, index));
    linkBackups(draft);
  },
};

function addQueue(draft: Draft, index: number): void {
  const { add, division, made, names, organisation, random } = draft;
  const before = made('routing_queue').at(-1);
  const next = before !== undefined && (index < chainLength || random.chance(0.1)) ? [before.id] : [];
  const queue = add('routing_queue', {
    name: names.thing('routing_queue'),
    description: random.chance(0.5) ? `For ${names.thing('description')}` : '',
    division: division(),
    acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 1000 * (5 + random.below(300)) },
    skillEvaluationMethod: random.of(['NONE', 'BEST', 'ALL']),
    ...(next.length === 0 ? {} : { conditionalGroupRouting: { rules: handOver(draft, next) } }),
    ...(random.chance(0.2) ? { bullseye: { rings: rings(draft) } } : {}),
    ...(random.chance(0.3) ? { memberGroups: [memberGroup(draft)] } : {}),
  });
  const users = random.some(made('user'), random.below(15));
  putMembers(
    organisation,
    queue.id,
    users.map(({ id }) => ({ id, ringNumber: 1 + random.below(6), joined: true, memberBy: 'user' as const })),
  );
  const codes = random.some(made('routing_wrapupcode'), random.below(8)).map(({ id }) => id);
  organisation.collection(codesShelf).put({ id: queue.id, codes });
}

function memberGroup({ any, random }: Draft): JsonObject {
  const [type, tag] = random.of([
    ['group', 'GROUP'],
    ['team', 'TEAM'],
    ['routing_skill_group', 'SKILLGROUP'],
  ] as const);
  return { id: any(type).id, type: tag };
}

function handOver({ any, random }: Draft, queueIds: readonly string[]): readonly JsonObject[] {
  const condition = { metric: 'EstimatedWaitTime', operator: 'GreaterThan', conditionValue: 30 };
  const groups = [{ id: any('group').id, type: 'GROUP' }];
  return [
    { ...condition, groups, waitSeconds: 0 },
    ...queueIds.map((id) => ({ ...condition, queue: { id }, groups, waitSeconds: 1 + random.below(120) })),
  ];
}

function rings({ any, random }: Draft): readonly JsonObject[] {
  return times(5, () => ({
    expansionCriteria: [{ type: 'TIMEOUT_SECONDS', threshold: 2 + random.below(60) }],
    actions: { skillsToRemove: random.chance(0.5) ? [{ id: any('routing_skill').id }] : [] },
  }));
}

/** Two queues back each other up: references that go round. */
function linkBackups({ change, made }: Draft): void {
  const [first, second] = made('routing_queue').slice(-2);
  if (!first || !second) return;
  const directRouting = (backupQueueId: string): JsonObject => ({
    callMediaSettings: { enabled: true, useAgentAddressOutbound: false },
    waitForAgent: true,
    agentWaitSeconds: 60,
    backupQueueId,
  });
  change('routing_queue', first.id, { directRouting: directRouting(second.id) });
  change('routing_queue', second.id, { directRouting: directRouting(first.id) });
}
