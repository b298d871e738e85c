import { describedType } from '../../described/described-type.ts';
import { textOf } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';

/** Rules that choose users for learning modules and activity plans; a list asks for the types it wants. */
export const userRuleType = describedType('users_rules', {
  label: 'rule',
  audit: { service: 'Learning' },
  hooks: { present: () => ({ recentRunCount: 0, dependentCount: 0 }) },
  list: {
    permissions: { any: ['users:rules:view'] },
    maxPageSize: 100,
    page: 'UsersRulesRuleList',
    filter: (query) => {
      const types = queryList(query, 'types');
      if (types.length === 0)
        throw badRequest('The request is missing a required value: types.', 'missing.required.value', {
          details: [{ errorCode: 'missing.required.value', fieldName: 'types' }],
        });
      const term = query.get('searchTerm')?.toLowerCase() ?? '';
      return (rule) => types.includes(textOf(rule, 'type')) && textOf(rule, 'name').toLowerCase().includes(term);
    },
  },
});
