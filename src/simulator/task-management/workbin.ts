import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { queryFilter } from './query-filter.ts';

const described = describedType('task_management_workbin', {
  label: 'workbin',
  audit: { service: 'TaskManagement' },
  uniqueName: { status: 409, code: 'general.conflict' },
});

/** Workbins, found by a query. */
export const workbinType: EntityType = {
  ...described,
  ...(described.list && {
    list: { ...described.list, maxPageSize: 200, filter: queryFilter('WorkbinQueryRequest') },
  }),
};
