import type { ReferenceRule, ResourceDescriptor } from '../../core/resource/index.ts';
import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';

/** What tells the rules of a work type apart: what starts the flow. */
export interface FlowRuleFacts {
  /** Part of the type's name and of its path: `datebased`. */
  readonly start: string;
  readonly noun: string;
  /** Part of the permissions: `flowRuleDateBased`. */
  readonly permission: string;
  readonly entityType: string;
  /** False for rules that start whenever there is a new work item. */
  readonly hasCondition: boolean;
  readonly references?: readonly ReferenceRule[];
}

/** The descriptor of rules that start the flow of a work type. */
export function describeFlowRule(facts: FlowRuleFacts): ResourceDescriptor {
  const written = facts.hasCondition ? ['name', 'condition'] : ['name'];
  return describeType({
    type: `task_management_worktype_flow_${facts.start}_rule`,
    area: 'task-management',
    noun: facts.noun,
    level: 'B',
    shape: { kind: 'child', parentType: 'task_management_worktype', parentField: 'worktype' },
    key: ['worktype', 'name'],
    fields: ['worktype', ...written],
    createOnly: ['worktype'],
    required: ['worktype', ...written],
    references: [...objectReferences({ worktype: 'task_management_worktype' }), ...(facts.references ?? [])],
    api: crudApi({
      path: `/api/v2/taskmanagement/worktypes/{parentId}/flows/${facts.start}/rules`,
      pageSize: 200,
      list: { paging: 'cursor' },
      update: { method: 'PATCH', only: written },
    }),
    permissions: permissionsOf(`workitems:${facts.permission}`),
    audit: { service: 'TaskManagement', entityType: facts.entityType },
    effect: 'in-progress',
    knownLimits: ['Which flow a work type starts is said in the flow, not here.'],
  });
}
