import { crudApi, describeType, idReferences, objectReferences, permissionsOf } from '../../describe/index.ts';

const conditions = 'rules[].conditions[]';
const actions = 'rules[].actions[]';

/** Rules applied before and after a message of a messaging campaign. */
export const outboundDigitalruleset = describeType({
  type: 'outbound_digitalruleset',
  area: 'outbound',
  noun: 'digital rule set',
  level: 'B',
  key: ['name'],
  fields: ['name', 'contactList', 'rules'],
  required: ['name', 'rules'],
  lists: {
    rules: { kind: 'ordered' },
    [`${conditions}.lastAttemptOverallConditionSettings.mediaTypes`]: { kind: 'set' },
    [`${conditions}.dataActionConditionSettings.contactColumnToDataActionFieldMappings`]: {
      kind: 'keyed',
      by: 'dataActionField',
    },
    [`${actions}.markContactUncontactableActionSettings.mediaTypes`]: { kind: 'set' },
  },
  references: [
    ...objectReferences({ contactList: 'outbound_contact_list' }),
    ...idReferences({
      [`${conditions}.dataActionConditionSettings.dataActionId`]: 'integration_action',
      [`${actions}.setContentTemplateActionSettings.smsContentTemplateId`]: 'responsemanagement_response',
      [`${actions}.setContentTemplateActionSettings.emailContentTemplateId`]: 'responsemanagement_response',
      [`${actions}.setContentTemplateActionSettings.whatsAppContentTemplateId`]: 'responsemanagement_response',
      [`${actions}.setWhatsAppIntegrationActionSettings.whatsAppIntegrationId`]:
        'conversations_messaging_integrations_whatsapp',
    }),
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/digitalrulesets', pageSize: 100 }),
  knownLimits: [
    'Results of earlier messages in conditions are written as they stand, not as references to wrap-up codes.',
  ],
  permissions: permissionsOf('outbound:digitalRuleSet'),
  audit: { service: 'Outbound', entityType: 'DigitalRuleSet' },
  effect: 'new-only',
});
