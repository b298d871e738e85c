import type { ListRules } from '../../core/resource/index.ts';

/** Rules of a list that is a query for everything. */
export function queryList(path: string): Partial<ListRules> {
  return { path: `${path}/query`, method: 'POST', body: { filters: [] }, paging: 'cursor' };
}
