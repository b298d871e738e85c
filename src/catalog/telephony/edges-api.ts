import type { ApiRules, PermissionRule } from '../../core/resource/index.ts';
import { crudApi, type CrudFacts } from '../describe/index.ts';

const edgesPath = '/api/v2/telephony/providers/edges';

/** Rules of a telephony collection: pages of a hundred, and deleted objects that stay readable. */
export function edgesApi(collection: string, facts: Partial<CrudFacts> = {}): ApiRules {
  return crudApi({ path: `${edgesPath}/${collection}`, pageSize: 100, goneStates: ['deleted'], ...facts });
}

/** Most of telephony is open to whoever has this one permission. */
export const telephonyPermissions: PermissionRule = {
  view: ['telephony:plugin:all'],
  add: ['telephony:plugin:all'],
  edit: ['telephony:plugin:all'],
  delete: ['telephony:plugin:all'],
};
