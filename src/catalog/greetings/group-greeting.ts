import { describeType, objectReferences } from '../describe/index.ts';
import {
  greetingApi,
  greetingFields,
  greetingLimits,
  greetingPermissions,
  greetingRequired,
} from './greeting-facts.ts';

/** Greetings that callers of a group hear. */
export const groupGreeting = describeType({
  type: 'group_greeting',
  area: 'greetings',
  noun: 'greeting of a group',
  level: 'B',
  shape: { kind: 'child', parentType: 'group', parentField: 'group' },
  key: ['group', 'name'],
  keyRule: { unique: false },
  fields: ['group', ...greetingFields],
  createOnly: ['group', 'ownerType', 'owner'],
  required: ['group', ...greetingRequired],
  references: objectReferences({ group: 'group', owner: 'group' }),
  api: greetingApi('/api/v2/groups/{parentId}/greetings'),
  permissions: greetingPermissions,
  audit: { service: 'Directory', entityType: 'Greeting' },
  effect: 'new-only',
  knownLimits: [...greetingLimits, 'The group is named twice, as `group` and as `owner`: both are the same group.'],
});
