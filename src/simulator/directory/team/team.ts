import { describedType } from '../../described/described-type.ts';
import { stringsOf } from '../../kernel/values.ts';
import type { Entity } from '../../kernel/values.ts';

/** Teams of users. Members are a collection of their own; a user belongs to one team at most. */
export const teamType = describedType('team', {
  label: 'team',
  audit: { service: 'Groups' },
  uniqueName: { status: 409, code: 'general.conflict' },
  hooks: { present: (_organisation, team) => ({ memberCount: membersOf(team).length }) },
});

/** The ids of a team's members, in the order in which they were added. */
export function membersOf(team: Entity): readonly string[] {
  return stringsOf(team['memberIds']);
}
