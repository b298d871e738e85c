import { crudApi, describeType, idReferences, objectReferences, permissionsOf } from '../describe/index.ts';

/** Canned responses. Their list asks for one library, so that all of them are found by a query instead. */
export const responsemanagementResponse = describeType({
  type: 'responsemanagement_response',
  area: 'response-management',
  noun: 'canned response',
  key: ['name'],
  keyRule: { unique: false },
  fields: [
    'name',
    'libraries',
    'texts',
    'interactionType',
    'responseType',
    'substitutions',
    'messagingTemplate',
    'assets',
    'footer',
    'appleInvitation',
  ],
  readOnly: [
    'messagingTemplate.whatsApp.templateStatus',
    'messagingTemplate.whatsApp.statusInfo',
    'assets[].selfUri',
    'assets[].contentLocation',
  ],
  required: ['name', 'libraries'],
  lists: {
    libraries: { kind: 'set' },
    texts: { kind: 'set' },
    substitutions: { kind: 'keyed', by: 'id' },
    assets: { kind: 'set' },
    'footer.applicableResources': { kind: 'set' },
  },
  references: [
    ...objectReferences({ 'libraries[]': 'responsemanagement_library' }),
    ...idReferences({
      'assets[].id': 'responsemanagement_responseasset',
      'messagingTemplate.whatsApp.integrationId': 'conversations_messaging_integrations_whatsapp',
    }),
  ],
  versioned: true,
  api: crudApi({
    path: '/api/v2/responsemanagement/responses',
    pageSize: 100,
    list: {
      path: '/api/v2/responsemanagement/responses/query',
      method: 'POST',
      body: {},
      items: 'results.entities',
    },
  }),
  knownLimits: ['The schema of substitutions, which has an id of its own in every organisation, stays as it is.'],
  permissions: permissionsOf('responses:response'),
  audit: { service: 'ResponseManagement', entityType: 'Response' },
  effect: 'in-progress',
});
