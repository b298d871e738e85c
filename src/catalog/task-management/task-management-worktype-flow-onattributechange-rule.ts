import type { ReferenceRule } from '../../core/resource/index.ts';
import { describeFlowRule } from './flow-rule.ts';

const status: Omit<ReferenceRule, 'path'> = {
  wire: 'id',
  type: 'task_management_worktype_status',
  when: { field: 'attribute', values: ['statusId'] },
};

/** Rules that start the flow of a work type when an item gets another status. */
export const taskManagementWorktypeFlowOnattributechangeRule = describeFlowRule({
  start: 'onattributechange',
  noun: 'change rule of a work type',
  permission: 'flowRuleOnAttributeChange',
  entityType: 'OnAttributeChangeRule',
  hasCondition: true,
  references: [
    { path: 'condition.newValue', ...status },
    { path: 'condition.oldValue', ...status },
  ],
});
