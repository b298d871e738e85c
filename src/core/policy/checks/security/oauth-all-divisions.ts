import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { addedTo, nameOfReference } from './grants.ts';

/** SB1126: no program gets a role everywhere. */
export const oauthAllDivisions = defineCheck({
  code: 'SB1126',
  name: 'oauth-all-divisions',
  severity: 'warning',
  types: ['oauth_client'],
  looksAt: 'divisions in which an OAuth client gets a role',
  run: (context) =>
    findingsPerObject(context, ({ address, before, after }) =>
      addedTo('roleDivisions', before, after)
        .filter(({ divisionId }) => divisionId === '*')
        .map(({ roleId }) => `${address} gets ${nameOfReference(context.world, roleId)} in all divisions.`),
    ),
});
