import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { addedTo, nameOfReference } from './grants.ts';

/** SB1124: nobody gets a role unnoticed. */
export const grantWidened = defineCheck({
  code: 'SB1124',
  name: 'grant-widened',
  severity: 'warning',
  types: ['user_roles', 'group_roles'],
  looksAt: 'roles that people and groups get, with their divisions',
  run: (context) =>
    findingsPerObject(context, ({ address, before, after }) =>
      addedTo('grants', before, after).map(({ role, division }) => {
        const { world } = context;
        return `${address} gets ${nameOfReference(world, role)} in ${nameOfReference(world, division)}.`;
      }),
    ),
});
