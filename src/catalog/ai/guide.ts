import { crudApi, describeType } from '../describe/index.ts';

const path = '/api/v2/guides';

/** Guides of virtual agents, by name only. What a guide says is in its version, a resource of its own. */
export const guide = describeType({
  type: 'guide',
  area: 'ai',
  noun: 'guide',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: ['name', 'source'],
  createOnly: ['source'],
  required: ['name', 'source'],
  api: {
    ...crudApi({ path, pageSize: 100, update: { method: 'PATCH', only: ['name'] } }),
    delete: { path: `${path}/{id}/jobs` },
  },
  permissions: {
    view: ['aiStudio:guide:view'],
    add: ['aiStudio:guide:add'],
    edit: ['aiStudio:guide:edit'],
    delete: ['aiStudio:guideJob:add'],
  },
  audit: { service: 'AIStudio', entityType: 'Guide' },
  visibilityLagMs: 30_000,
  effect: 'in-progress',
  knownLimits: ['Deleting is a job on the platform: the guide may still be read for a while.'],
});
