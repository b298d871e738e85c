import { textOf, type JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Skill groups, teams with members, and labels of utilization. */
export const skillGroupArea: Area = {
  shares: {
    routing_skill_group: { part: 0.004, least: 2, most: 200 },
    team: { part: 0.004, least: 2, most: 200 },
    routing_utilization_label: { part: 0.001, least: 1, most: 30 },
  },
  build: (draft) => {
    times(draft.count('routing_skill_group'), () => addSkillGroup(draft));
    addTeams(draft);
    times(draft.count('routing_utilization_label'), () => {
      draft.add('routing_utilization_label', { name: draft.names.thing('routing_utilization_label') });
    });
  },
};

function addSkillGroup({ add, any, division, names, random }: Draft): void {
  const routingSkillConditions = times(1 + random.below(2), () => ({
    routingSkill: textOf(any('routing_skill'), 'name'),
    comparator: random.of(['GreaterThan', 'EqualTo']),
    proficiency: 1 + random.below(4),
    childConditions: [],
  }));
  const languageSkillConditions: readonly JsonObject[] = random.chance(0.5)
    ? [
        {
          languageSkill: textOf(any('routing_language'), 'name'),
          comparator: 'GreaterThan',
          proficiency: 2,
          childConditions: [],
        },
      ]
    : [];
  add('routing_skill_group', {
    name: names.thing('routing_skill_group'),
    description: names.thing('description'),
    division: division(),
    skillConditions: [{ routingSkillConditions, languageSkillConditions, operation: 'And' }],
    memberDivisions: [String(division()['id'])],
  });
}

/** A user is in one team at most, and in the division of the team. */
function addTeams({ add, count, division, made, names }: Draft): void {
  const free = Map.groupBy(made('user'), (user) => JSON.stringify(user['division']));
  times(count('team'), () => {
    const place = division();
    const members = free.get(JSON.stringify(place))?.splice(0, 12) ?? [];
    add(
      'team',
      { name: names.thing('team'), description: names.thing('description'), division: place },
      { memberIds: members.map(({ id }) => id) },
    );
  });
}
