import type { Context } from '../../context.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { outboundType } from '../outbound-type.ts';

const skillsPlace = 'rules[].actions[].properties.skills';

const described = outboundType('outbound_ruleset', {
  label: 'rule set',
  holds: { outbound_contact_list: 400, integration_action: 400 },
  hooks: { check: checkSkills },
});

/** Rules that run before a call or after its wrap-up. */
export const ruleSetType: EntityType = {
  ...described,
  references: (described.references ?? []).filter(({ path }) => path !== skillsPlace),
};

/** Skills are the text of a JSON list with their ids. */
function checkSkills(context: Context, ruleSet: Entity): void {
  const skills = context.organisation.collection('routing_skill');
  for (const text of actionsIn(ruleSet).flatMap(skillTexts)) {
    const unknown = idsInText(text).find((id) => (skills.current(id)?.['state'] ?? 'deleted') === 'deleted');
    if (unknown === undefined) continue;
    const details = [{ errorCode: 'invalid.reference', fieldName: skillsPlace, entityId: unknown }];
    throw badRequest(`Unable to find skill with id ${unknown}`, 'invalid.reference', { details });
  }
}

function actionsIn(ruleSet: Entity): readonly JsonObject[] {
  return objectsIn(ruleSet['rules']).flatMap((rule) => objectsIn(rule['actions']));
}

function skillTexts(action: JsonObject): readonly string[] {
  const { properties } = action;
  return isObject(properties) && textOf(properties, 'skills') !== '' ? [textOf(properties, 'skills')] : [];
}

function idsInText(text: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text);
    if (Array.isArray(ids)) return stringsOf(ids);
  } catch {
    // Falls through: the same refusal as for JSON that is no list.
  }
  throw badRequest(`${skillsPlace} must be the text of a JSON list.`, 'invalid.value');
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
