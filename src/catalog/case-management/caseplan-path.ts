import type { ApiRules, ReferenceRule } from '../../core/resource/index.ts';
import { inDivision, objectReferences } from '../describe/index.ts';

/** Where case plans are. */
export const caseplansPath = '/api/v2/casemanagement/caseplans';

/** What a case plan, and each version of it, says of itself. */
export const caseplanFields = [
  'name',
  'division',
  'description',
  'referencePrefix',
  'defaultDueDurationInSeconds',
  'defaultTtlSeconds',
  'defaultCaseOwner',
  'customerIntent',
] as const;

/** What case plans, and their versions, point at. */
export const caseplanReferences: readonly ReferenceRule[] = [
  ...inDivision,
  ...objectReferences({ defaultCaseOwner: 'user', customerIntent: 'intents_customerintents' }),
];

/** Rules of one version of a case plan, which can only be read: the one that the plan names in `field`. */
export function caseplanVersionApi(field: 'latest' | 'published'): ApiRules {
  return {
    list: {
      path: `${caseplansPath}/{parentId}/versions/{version}`,
      paging: 'none',
      pageSize: 1,
      items: '',
      whole: true,
      idField: 'id',
    },
    version: { path: `${caseplansPath}/{parentId}`, field },
    capability: { kind: 'crud' },
  };
}
