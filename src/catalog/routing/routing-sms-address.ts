import { crudApi, describeType } from '../describe/index.ts';

/** Postal addresses that carriers ask for before they let numbers send texts. */
export const routingSmsAddress = describeType({
  type: 'routing_sms_address',
  area: 'routing',
  noun: 'SMS address',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: ['name', 'street', 'city', 'region', 'postalCode', 'countryCode'],
  required: ['name', 'street', 'city', 'region', 'postalCode', 'countryCode'],
  portability: 'environment',
  api: crudApi({ path: '/api/v2/routing/sms/addresses', pageSize: 100, update: 'none' }),
  limits: { update: 'the platform keeps an address as it was registered: make another one and delete this one' },
  permissions: {
    view: ['sms:phoneNumber:view'],
    add: ['sms:phoneNumber:add'],
    edit: [],
    delete: ['sms:phoneNumber:delete'],
  },
  audit: { service: 'Routing', entityType: 'SmsAddress' },
});
