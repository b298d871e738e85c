import { crudApi, describeType } from '../describe/index.ts';
import { canonicalFlow } from './flow-content/canonical-flow.ts';
import { referencesOfFlow } from './flow-content/flow-references.ts';
import { keyOfFlow } from './flow-content/flow-types.ts';

/**
 * Architect flows: their published YAML. Division and description stand inside it. The platform finds a flow by the
 * name and type in its YAML, so neither can change; publishing an earlier text again undoes a change exactly.
 */
export const flow = describeType({
  type: 'flow',
  area: 'architect',
  noun: 'flow',
  key: ['type', 'name'],
  fields: ['type', 'name', 'content'],
  createOnly: ['type', 'name'],
  required: ['type', 'name', 'content'],
  content: {
    field: 'content',
    format: 'architect-yaml',
    revision: 'publishedVersion.id',
    references: referencesOfFlow,
    keyOf: keyOfFlow,
    canonical: canonicalFlow,
  },
  api: {
    ...crudApi({
      path: '/api/v2/flows',
      pageSize: 500,
      create: { path: '/api/v2/flows/jobs' },
      update: { method: 'POST', path: '/api/v2/flows/jobs' },
    }),
    lowerCase: ['type'],
    capability: {
      kind: 'flow-jobs',
      publishPath: '/api/v2/flows/jobs',
      exportPath: '/api/v2/flows/export/jobs',
      validatePath: '/api/v2/flows/validate/jobs',
    },
  },
  permissions: {
    view: ['architect:flow:view', 'architect:jobExport:create', 'architect:jobExport:view'],
    add: ['architect:job:create', 'architect:job:view'],
    edit: ['architect:job:create', 'architect:job:view'],
    delete: ['architect:flow:delete'],
  },
  audit: { service: 'Architect', entityType: 'Flow' },
  effect: 'new-only',
  cost: { pageSize: 500, create: 5, update: 5, delete: 2 },
});
