import { describeType } from '../describe/index.ts';
import {
  greetingApi,
  greetingFields,
  greetingLimits,
  greetingPermissions,
  greetingRequired,
} from './greeting-facts.ts';

/** Greetings that the organisation has for all. */
export const greeting = describeType({
  type: 'greeting',
  area: 'greetings',
  noun: 'greeting',
  level: 'B',
  portability: 'environment',
  key: ['name'],
  keyRule: { unique: false },
  fields: greetingFields,
  createOnly: ['ownerType', 'owner'],
  required: greetingRequired,
  references: [
    { path: 'owner', wire: 'object', type: { field: 'ownerType', types: { USER: 'user', GROUP: 'group' } } },
  ],
  api: greetingApi('/api/v2/greetings'),
  permissions: greetingPermissions,
  audit: { service: 'Directory', entityType: 'Greeting' },
  effect: 'new-only',
  knownLimits: [
    ...greetingLimits,
    'A greeting of the organisation itself names it by its id, which a document writes as `${env.organisationId}`.',
  ],
});
