import type { ApiRules, PermissionRule } from '../../core/resource/index.ts';
import { crudApi } from '../describe/index.ts';

/** What documents of any greeting may say beside who has it. */
export const greetingFields = ['name', 'type', 'ownerType', 'owner', 'audioTTS'] as const;

/** What a greeting can not do without: the platform asks for the owner in the body, too. */
export const greetingRequired = ['name', 'type', 'ownerType', 'owner'] as const;

/** Reading and writing greetings needs no permission. */
export const greetingPermissions: PermissionRule = { view: [], add: [], edit: [], delete: [] };

/** Uploaded sound is no part of a greeting's document. */
export const greetingLimits = ['Uploaded sound is left as it is; texts to speak are written.'] as const;

/** Rules of greetings that are listed and made at `path`; one greeting has the same place whoever owns it. */
export function greetingApi(path: string): ApiRules {
  const one = '/api/v2/greetings/{id}';
  const api = crudApi({ path, pageSize: 100, list: { whole: false }, update: { path: one } });
  return { ...api, get: { path: one }, delete: { path: one } };
}
