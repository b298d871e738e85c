import { describeFlowRule } from './flow-rule.ts';

/** Rules that start the flow of a work type for every new item. */
export const taskManagementWorktypeFlowOncreateRule = describeFlowRule({
  start: 'oncreate',
  noun: 'creation rule of a work type',
  permission: 'flowRuleOnCreate',
  entityType: 'OnCreateRule',
  hasCondition: false,
});
