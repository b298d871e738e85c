import { crudApi, describeType, inDivision } from '../describe/index.ts';

const upload = 'scripts are made and changed by uploading a file, which Signalbox does not do yet';

/** Scripts that agents see. Queues and campaigns name them; their content stays in its organisation. */
export const script = describeType({
  type: 'script',
  area: 'scripts',
  noun: 'script',
  level: 'C',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: ['name', 'division'],
  references: inDivision,
  defaultMode: 'reference',
  api: crudApi({ path: '/api/v2/scripts', pageSize: 500, create: 'none', update: 'none', delete: 'none' }),
  limits: { create: upload, update: upload, delete: 'the public API has no way to delete a script' },
  knownLimits: ['Pages, variables and actions of a script, and what they refer to, are not read.'],
  permissions: { view: ['scripter:script:view'], add: [], edit: [], delete: [] },
  audit: { service: 'Scripter', entityType: 'ComposerScript' },
  reversibility: { create: 'irreversible', update: 'irreversible', delete: 'irreversible' },
  effect: 'in-progress',
});
