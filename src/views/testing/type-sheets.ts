import type { TypeSheet } from '../../core/resource/index.ts';

const yes = { can: 'yes' } as const;

/** A type with everything that a page can say, and one with a long name that the API hardly offers. */
export const typeSheets: readonly TypeSheet[] = [
  {
    type: 'routing_queue',
    noun: 'queue',
    area: 'routing',
    level: 'A',
    defaultMode: 'manage',
    portability: 'portable',
    shape: { kind: 'object' },
    key: { fields: ['name'], compare: 'insensitive', unique: true },
    fields: ['division', 'description', 'memberGroups'],
    required: ['name'],
    createOnly: [],
    secret: [],
    unordered: ['memberGroups'],
    operations: { export: yes, create: yes, update: yes, delete: yes, rename: yes },
    versioned: false,
    references: [
      { path: 'division', types: ['auth_division'] },
      { path: 'memberGroups[]', types: ['group', 'team'], when: 'type is GROUP or TEAM' },
    ],
    permissions: {
      view: ['routing:queue:view'],
      add: ['routing:queue:add'],
      edit: ['routing:queue:edit'],
      delete: ['routing:queue:delete'],
    },
    undoOfDelete: 'with a new id',
    effect: 'in-progress',
    knownLimits: [],
  },
  {
    type: 'task_management_worktype_flow_onattributechange_rule',
    noun: 'rule of a work type',
    area: 'task_management',
    level: 'C',
    defaultMode: 'observe',
    portability: 'environment',
    shape: { kind: 'child', parentType: 'task_management_worktype', parentField: 'worktype' },
    key: { fields: ['worktype', 'name'], compare: 'exact', unique: false },
    fields: ['content', 'password'],
    required: [],
    createOnly: ['name'],
    secret: ['password'],
    unordered: [],
    content: { field: 'content', format: 'rule-text' },
    operations: {
      export: {
        can: 'asked',
        because: 'its mode is observe, and it costs a request for each task_management_worktype',
      },
      create: { can: 'no', because: 'the public API has no way to make one' },
      update: yes,
      delete: { can: 'no', because: 'the platform keeps it | for good' },
      rename: { can: 'no', because: 'its name is fixed once it exists' },
    },
    versioned: true,
    references: [],
    permissions: { view: ['workitems:flowRule:view'], add: [], edit: [], delete: [] },
    effect: 'none',
    knownLimits: [
      'Conditions of a rule that belong to one organisation only are written back as they were read, so they are not compared.',
    ],
  },
];
