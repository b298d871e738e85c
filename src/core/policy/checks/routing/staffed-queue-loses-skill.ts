import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../json/json.ts';
import { addressOf } from '../../../plan/world/label.ts';
import { beforeOf, keyOf } from '../../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../../plan/world/world.ts';
import { defineCheck, type CheckFinding } from '../../policy-check.ts';
import type { TouchedObject } from '../../touched-objects.ts';
import { listed, membersOfQueue, refersTo } from './staffed-queues.ts';

const [queue, skillGroup, skill, language] = [
  'routing_queue',
  'routing_skill_group',
  'routing_skill',
  'routing_language',
];
/** Where a condition of a skill group names what. */
const namedBy: Readonly<Record<string, string>> = { routingSkill: skill, languageSkill: language };

/**
 * SB1134: no staffed queue loses a skill or language that chooses its agents: by a deleted skill, or by a skill group
 * that no longer asks for it. Reads skill groups and queues, only when something of that kind is touched.
 */
export const staffedQueueLosesSkill = defineCheck({
  code: 'SB1134',
  name: 'staffed-queue-loses-skill',
  severity: 'warning',
  types: [skill, language, skillGroup],
  looksAt:
    'skills and languages that are deleted or that a skill group no longer asks for, and the queues of that group',
  run: ({ world, touched }) => touched.flatMap((each) => lossesBy(world, each)),
});

function lossesBy(world: World, touched: TouchedObject): readonly CheckFinding[] {
  const { type, object, before, after, address, source } = touched;
  if (before === undefined) return [];
  if (type === skillGroup) {
    const left = new Set(skillsIn(after));
    const lost = skillsIn(before).filter((name) => !left.has(name));
    if (lost.length === 0) return [];
    const how = after === undefined ? 'which is deleted' : `which no longer asks for ${lost.join(', ')}`;
    return queuesOf(world, object).map((name) => ({
      detail: `${name} is staffed by ${address}, ${how}.`,
      address,
      source,
    }));
  }
  if (after !== undefined) return [];
  const name = `${type}/${keyOf(world, object)?.[0] ?? ''}`;
  return listed(world, skillGroup)
    .filter((group) => skillsIn(beforeOf(group)).includes(name))
    .flatMap((group) =>
      queuesOf(world, group).map((used) => ({
        detail: `${used} is staffed by ${addressOf(world, group)}, which asks for ${address}.`,
        address,
        source,
      })),
    );
}

function queuesOf(world: World, group: ProjectedObject): readonly string[] {
  return listed(world, queue)
    .filter((each) => membersOfQueue(each) > 0 && refersTo(each, group))
    .map((each) => addressOf(world, each))
    .toSorted();
}

/** Skills and languages that a skill group names, as `type/name`, at any depth of its conditions. */
function skillsIn(group: JsonObject | undefined): readonly string[] {
  const found = new Set<string>();
  const visit = (value: Json): void => {
    if (isJsonArray(value)) value.forEach(visit);
    if (!isJsonObject(value)) return;
    for (const [field, inner] of Object.entries(value)) {
      const type = namedBy[field];
      if (type !== undefined && typeof inner === 'string') found.add(`${type}/${inner}`);
      else visit(inner);
    }
  };
  visit(group?.['skillConditions'] ?? null);
  return [...found].toSorted();
}
