import { allGrants, grantsOf, putGrants, rolesCollection, type Grant } from '../../access/grants.ts';
import type { Context } from '../../context.ts';
import { recordAudit } from '../../entity/audit.ts';
import { isoDate } from '../../kernel/clock.ts';
import { notFound } from '../../wire/platform-error.ts';
import { findSubject, type Subject } from './role-holders.ts';

/** What audits call a subject whose grants changed. */
const auditEntityTypes: Readonly<Record<Subject['type'], string>> = {
  PC_USER: 'AuthUser',
  PC_GROUP: 'DirectoryGroup',
  PC_OAUTH_CLIENT: 'OAuthClient',
};

/** A grant of the role in the division, made now; PlatformError 404 when either does not exist. */
export function grantIn(context: Context, roleId: string, divisionId: string): Grant {
  if (!context.organisation.collection(rolesCollection).current(roleId)) throw notFound('role', roleId);
  const division = context.organisation.collection('auth_division').current(divisionId);
  if (divisionId !== '*' && (!division || division['state'] === 'deleted')) throw notFound('division', divisionId);
  return { roleId, divisionId, grantMadeAt: isoDate(context.now) };
}

/** Whether both are of one role in one division. */
export function isSameGrant(a: Pick<Grant, 'roleId' | 'divisionId'>, b: Pick<Grant, 'roleId' | 'divisionId'>): boolean {
  return a.roleId === b.roleId && a.divisionId === b.divisionId;
}

/** The grants together; one that is there already keeps its date. */
export function withGrants(before: readonly Grant[], wanted: readonly Grant[]): readonly Grant[] {
  const known = (grants: readonly Grant[], grant: Grant): boolean => grants.some((other) => isSameGrant(grant, other));
  const fresh = wanted.filter((grant, index) => !known(before, grant) && !known(wanted.slice(0, index), grant));
  return [...before, ...fresh];
}

/** Makes these the grants of a subject, with an audit record when anything changes; PlatformError 404 without such a subject. */
export function changeGrants(context: Context, subjectId: string, grants: readonly Grant[]): void {
  const subject = findSubject(context.organisation, subjectId);
  if (!subject) throw notFound('subject', subjectId);
  const before = grantsOf(context.organisation, subjectId);
  const [oldValues, newValues] = [before.map(textOfGrant), grants.map(textOfGrant)];
  if (oldValues.toSorted().join() === newValues.toSorted().join()) return;
  putGrants(context.organisation, subjectId, grants);
  recordAudit(context, {
    service: 'PeoplePermissions',
    entityType: auditEntityTypes[subject.type],
    action: 'Update',
    entity: { id: subject.id, name: subject.name },
    changes: [{ property: 'grants', oldValues, newValues }],
  });
}

/** Takes some grants from everybody who holds them, also from subjects that were deleted. */
export function takeGrants(context: Context, isTaken: (grant: Grant) => boolean): void {
  const { organisation } = context;
  const held = allGrants(organisation).filter(({ grant }) => isTaken(grant));
  for (const id of new Set(held.map(({ subjectId }) => subjectId))) {
    const kept = grantsOf(organisation, id).filter((grant) => !isTaken(grant));
    if (findSubject(organisation, id)) changeGrants(context, id, kept);
    else putGrants(organisation, id, kept);
  }
}

function textOfGrant(grant: Grant): string {
  return `${grant.roleId} in ${grant.divisionId}`;
}
