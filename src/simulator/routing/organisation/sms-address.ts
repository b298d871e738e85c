import { describedType } from '../../described/described-type.ts';

/** Postal addresses that SMS numbers are registered with. They are made and deleted, never changed. */
export const smsAddressType = describedType('routing_sms_address', {
  label: 'SMS address',
  audit: { service: 'Routing', entityType: 'SmsAddress' },
  hooks: { present: () => ({ validated: true }) },
});
