import { describeFlowRule } from './flow-rule.ts';

/** Rules that start the flow of a work type some time before or after a date of the item. */
export const taskManagementWorktypeFlowDatebasedRule = describeFlowRule({
  start: 'datebased',
  noun: 'date rule of a work type',
  permission: 'flowRuleDateBased',
  entityType: 'DateRule',
  hasCondition: true,
});
