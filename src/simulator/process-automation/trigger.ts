import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { isObject, refId, textOf, withoutNulls, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';

/** Triggers that start a workflow when something happens. Two may have one name. */
export const triggerType = describedType('processautomation_trigger', {
  label: 'trigger',
  audit: { service: 'Triggers' },
  list: {
    permissions: { any: ['processautomation:trigger:edit', 'processautomation:trigger:view'] },
    style: 'cursor',
    maxPageSize: 200,
    page: 'TriggerEntityListing',
    filter: (query) => {
      const topic = query.get('topicName') ?? '';
      const [enabled, delayed] = [query.get('enabled') ?? '', query.get('hasDelayBy') ?? ''];
      return (trigger) =>
        (topic === '' || trigger['topicName'] === topic) &&
        (enabled === '' || String(trigger['enabled'] === true) === enabled.toLowerCase()) &&
        (delayed === '' || String(trigger['delayBySeconds'] !== undefined) === delayed.toLowerCase());
    },
  },
  defaults: () => ({ matchCriteria: [] }),
  hooks: { accept: (_context, body) => ({ ...body, ...conditionsIn(body) }), check: checkTrigger },
});

/** A condition has `value` or `values`; clients send the other one as null. */
function conditionsIn({ matchCriteria }: JsonObject): JsonObject {
  if (!Array.isArray(matchCriteria)) return {};
  const given = matchCriteria.map((one: unknown) => (isObject(one) ? withoutNulls(one) : one));
  return { matchCriteria: given };
}

function checkTrigger(context: Context, trigger: Entity): void {
  const target = isObject(trigger['target']) ? trigger['target'] : {};
  const flow = context.organisation.collection('flow').current(refId(target) ?? '');
  if (!flow || textOf(flow, 'type') !== 'WORKFLOW') throw invalid('target.id', 'The target is not a workflow.');
  const { eventTTLSeconds: life, delayBySeconds: delay } = trigger;
  if (life !== undefined && delay !== undefined)
    throw invalid('delayBySeconds', 'Only one of eventTTLSeconds and delayBySeconds can be set.');
  if (typeof life === 'number' && life < 10) throw invalid('eventTTLSeconds', 'eventTTLSeconds must be at least 10.');
  if (typeof delay === 'number' && (delay < 60 || delay > 900))
    throw invalid('delayBySeconds', 'delayBySeconds must be between 60 and 900.');
}

function invalid(fieldName: string, message: string): Error {
  return badRequest(message, 'invalid.value', { details: [{ errorCode: 'invalid.value', fieldName }] });
}
