import type { EntityType } from '../entity/entity-type.ts';
import { isObject, stringsOf, textOf } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { outboundType } from './outbound-type.ts';

/** The outbound types without behaviour of their own beyond checks: limits, times, reactions, templates, filters. */
export const plainOutboundTypes: readonly EntityType[] = [
  outboundType('outbound_attempt_limit', {
    label: 'attempt limit',
    defaults: () => ({ resetPeriod: 'NEVER', recallEntries: {} }),
  }),
  outboundType('outbound_callabletimeset', { label: 'callable time set' }),
  outboundType('outbound_callanalysisresponseset', {
    label: 'call analysis response set',
    defaults: () => ({
      beepDetectionEnabled: false,
      amdSpeechDistinguishEnabled: false,
      liveSpeakerDetectionMode: 'Disabled',
    }),
    holds: { flow: 409 },
  }),
  outboundType('outbound_contact_list_template', {
    label: 'contact list template',
    defaults: () => ({ previewModeAcceptedValues: [], automaticTimeZoneMapping: false, trimWhitespace: false }),
    holds: { outbound_attempt_limit: 400 },
    hooks: { check: (_context, template) => checkColumns(template['columnNames']) },
  }),
  outboundType('outbound_contactlistfilter', {
    label: 'contact list filter',
    defaults: () => ({ sourceType: 'ContactList', filterType: 'AND', clauses: [] }),
    holds: { outbound_contact_list: 400, outbound_contact_list_template: 400 },
    filter: (query) => {
      const wanted = query.get('contactListId');
      return wanted ? (entity) => isObject(entity['contactList']) && entity['contactList']['id'] === wanted : undefined;
    },
  }),
  outboundType('outbound_filespecificationtemplate', {
    label: 'file specification template',
    hooks: {
      check: (_context, template) => {
        if (textOf(template, 'format') !== 'Delimited' || textOf(template, 'delimiter') !== 'Custom') return;
        if (textOf(template, 'delimiterValue') !== '') return;
        throw badRequest('A custom delimiter needs a delimiterValue.', 'missing.required.value');
      },
    },
  }),
];

/** PlatformError 400 unless there is at least one column, each once. */
export function checkColumns(columnNames: unknown): void {
  const names = stringsOf(columnNames);
  const details = [{ errorCode: 'invalid.value', fieldName: 'columnNames' }];
  if (names.length === 0) throw badRequest('There were no contact columns defined.', 'invalid.value', { details });
  if (new Set(names).size === names.length) return;
  throw badRequest('The names of contact columns must differ.', 'invalid.value', { details });
}
