import { grantsOfRole, type Grant } from '../../access/grants.ts';
import { clientsCollection } from '../../access/credentials.ts';
import { textOf } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

/** A subject with the grants it holds itself of one role. */
export type RoleHolder = { readonly subjectId: string; readonly grants: readonly Grant[] };

/** A user, group or OAuth client that exists and was not deleted. */
export type Subject = {
  readonly id: string;
  readonly name: string;
  readonly type: 'PC_USER' | 'PC_GROUP' | 'PC_OAUTH_CLIENT';
};

const subjectKinds = [
  ['user', 'PC_USER'],
  ['group', 'PC_GROUP'],
  [clientsCollection, 'PC_OAUTH_CLIENT'],
] as const;

/** The subjects that were granted the role, users, groups and clients alike. */
export function subjectsWithRole(organisation: Organisation, roleId: string): readonly RoleHolder[] {
  return [...Map.groupBy(grantsOfRole(organisation, roleId), (entry) => entry.subjectId)].map(
    ([subjectId, entries]) => ({
      subjectId,
      grants: entries.map(({ grant }) => grant),
    }),
  );
}

/** The users that were granted the role themselves, deleted ones left out. */
export function usersWithRole(organisation: Organisation, roleId: string): readonly string[] {
  return subjectsWithRole(organisation, roleId)
    .map(({ subjectId }) => subjectId)
    .filter((id) => findSubject(organisation, id)?.type === 'PC_USER');
}

/** The subject with the id; undefined when there is none or it was deleted. */
export function findSubject(organisation: Organisation, id: string): Subject | undefined {
  for (const [collection, type] of subjectKinds) {
    const found = organisation.collection(collection).current(id);
    if (found && found['state'] !== 'deleted') return { id, name: textOf(found, 'name'), type };
  }
  return undefined;
}
