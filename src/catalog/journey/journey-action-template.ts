import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

const writable = ['name', 'description', 'mediaType', 'state', 'contentOffer'] as const;

/** What an offer on a site looks like. Deleting leaves the template behind in the state Deleted. */
export const journeyActionTemplate = describeType({
  type: 'journey_action_template',
  area: 'journey',
  noun: 'action template',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: writable,
  required: ['name', 'mediaType', 'state'],
  versioned: true,
  api: crudApi({
    path: '/api/v2/journey/actiontemplates',
    pageSize: 100,
    update: { method: 'PATCH', only: writable },
    goneStates: ['Deleted'],
  }),
  permissions: permissionsOf('journey:actiontemplate'),
  audit: { service: 'PredictiveEngagement', entityType: 'ActionTemplate' },
  effect: 'new-only',
});
