import { crudApi, describeType, inDivision } from '../describe/index.ts';
import { canonicalFlow } from './flow-content/canonical-flow.ts';
import { referencesOfFlow } from './flow-content/flow-references.ts';
import { keyOfFlow } from './flow-content/flow-types.ts';

const jobs = ['architect:job:create', 'architect:job:view', 'architect:jobExport:create', 'architect:jobExport:view'];

/**
 * Architect flows: their published YAML, which also says the division. The platform finds a flow by the name and type
 * in its YAML, so neither can change; publishing an earlier text again undoes a change exactly.
 */
export const flow = describeType({
  type: 'flow',
  area: 'architect',
  noun: 'flow',
  key: ['type', 'name'],
  fields: ['type', 'name', 'division', 'content'],
  createOnly: ['type', 'name', 'division'],
  required: ['type', 'name', 'content'],
  references: inDivision,
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
    view: ['architect:flow:view'],
    add: jobs,
    edit: jobs,
    delete: ['architect:flow:delete'],
  },
  audit: { service: 'Architect', entityType: 'Flow' },
  effect: 'new-only',
  cost: { pageSize: 500, create: 4, update: 4, delete: 1 },
});
