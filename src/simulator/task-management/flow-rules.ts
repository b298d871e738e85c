import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isObject, layered, type JsonObject } from '../kernel/values.ts';

/** The rules by which a work type launches its flow: when work is made, when it changes, and at a time. */
export const ruleTypes: readonly EntityType[] = [
  ruleType('task_management_worktype_flow_oncreate_rule', { label: 'on-create rule', type: 'OnCreate' }),
  ruleType('task_management_worktype_flow_onattributechange_rule', {
    label: 'on-attribute-change rule',
    type: 'OnAttributeChange',
  }),
  ruleType('task_management_worktype_flow_datebased_rule', { label: 'date-based rule', type: 'Date' }),
];

function ruleType(name: string, { label, type }: { readonly label: string; readonly type: string }): EntityType {
  return describedType(name, {
    label,
    audit: { service: 'TaskManagement', entityType: `${type}Rule` },
    defaults: () => ({ type, action: { type: 'LaunchFlow' } }),
    hooks: {
      accept: (context, body, before) => ({
        ...body,
        ...conditionOf(body, before),
        worktype: before?.['worktype'] ?? { id: context.params['worktypeId'] },
      }),
    },
  });
}

/** A change of a condition says only what differs. */
function conditionOf(body: JsonObject, before: JsonObject | undefined): JsonObject {
  const [given, known] = [body['condition'], before?.['condition']];
  return isObject(given) && isObject(known) ? { condition: layered(known, given) } : {};
}
