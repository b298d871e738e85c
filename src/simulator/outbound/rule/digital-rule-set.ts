import { outboundType } from '../outbound-type.ts';

/** Rules of messaging campaigns. */
export const digitalRuleSetType = outboundType('outbound_digitalruleset', {
  label: 'digital rule set',
  holds: { outbound_contact_list: 400, responsemanagement_response: 400 },
});
