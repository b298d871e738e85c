import { describeType, objectReferences } from '../describe/index.ts';
import {
  greetingApi,
  greetingFields,
  greetingLimits,
  greetingPermissions,
  greetingRequired,
} from './greeting-facts.ts';

/** Greetings that one person has. They are personal, so they are only looked at unless a project says otherwise. */
export const greetingUser = describeType({
  type: 'greeting_user',
  area: 'greetings',
  noun: 'greeting of a user',
  level: 'B',
  shape: { kind: 'child', parentType: 'user', parentField: 'user' },
  key: ['user', 'name'],
  keyRule: { unique: false },
  fields: ['user', ...greetingFields],
  createOnly: ['user', 'ownerType', 'owner'],
  required: ['user', ...greetingRequired],
  references: objectReferences({ user: 'user', owner: 'user' }),
  defaultMode: 'observe',
  api: greetingApi('/api/v2/users/{parentId}/greetings'),
  permissions: greetingPermissions,
  audit: { service: 'Directory', entityType: 'Greeting' },
  effect: 'new-only',
  knownLimits: [...greetingLimits, 'The user is named twice, as `user` and as `owner`: both are the same person.'],
});
