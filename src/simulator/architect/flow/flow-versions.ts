import type { Context } from '../../context.ts';
import { isoDate } from '../../kernel/clock.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

/** How a version of a flow came about. */
export type VersionKind = 'PUBLISH' | 'CHECKIN' | 'SAVE';

const shelf = 'flow.versions';

/** The versions of a flow, oldest first, as the API shows them. */
export function versionsOf(organisation: Organisation, flowId: string): readonly JsonObject[] {
  const records = organisation
    .ledger(shelf)
    .currentAll()
    .filter((record) => record['flowId'] === flowId);
  return records
    .map((record) => record['version'])
    .filter(isObject)
    .sort(
      (a, b) =>
        Number(a['dateCreated']) - Number(b['dateCreated']) || compareVersions(textOf(a, 'id'), textOf(b, 'id')),
    );
}

/** One version of a flow, or undefined. */
export function versionOf(organisation: Organisation, flowId: string, versionId: string): JsonObject | undefined {
  const version = organisation.ledger(shelf).current(keyOf(flowId, versionId))?.['version'];
  return isObject(version) ? version : undefined;
}

/** The YAML of a version; undefined when there is no such version. */
export function contentOf(organisation: Organisation, flowId: string, versionId: string): string | undefined {
  const record = organisation.ledger(shelf).current(keyOf(flowId, versionId));
  return record ? textOf(record, 'content') : undefined;
}

/** Stores a version with its YAML and returns it; a version with the same id is replaced. */
export function keepVersion(
  context: Context,
  flow: Entity,
  wish: { readonly id: string; readonly kind: VersionKind; readonly content: string },
): JsonObject {
  const before = versionOf(context.organisation, flow.id, wish.id);
  const version: JsonObject = {
    dateCreated: context.now,
    ...(wish.kind === 'CHECKIN' ? {} : { dateSaved: context.now }),
    ...before,
    id: wish.id,
    name: wish.id,
    commitVersion: wish.id,
    configurationVersion: wish.id,
    type: wish.kind,
    secure: false,
    debug: false,
    ...authorOf(context),
    ...(wish.kind === 'SAVE' ? {} : { dateCheckedIn: context.now }),
    ...(wish.kind === 'PUBLISH' ? { datePublished: isoDate(context.now) } : {}),
    configurationUri: `/api/v2/flows/${flow.id}/versions/${wish.id}/configuration`,
    selfUri: `/api/v2/flows/${flow.id}/versions/${wish.id}`,
  };
  const id = keyOf(flow.id, wish.id);
  context.organisation.ledger(shelf).put({ id, flowId: flow.id, version, content: wish.content });
  return version;
}

/** The id of the next published version: the next whole number, `4.0`. */
export function nextPublishedId(organisation: Organisation, flowId: string): string {
  const majors = versionsOf(organisation, flowId).map((version) => numbersOf(textOf(version, 'id'))[0]);
  return `${Math.max(0, ...majors) + 1}.0`;
}

/** The id of the next saved draft: `3.1` after `3.0`. */
export function nextSavedId(organisation: Organisation, flowId: string): string {
  const last = versionsOf(organisation, flowId)
    .map((version) => textOf(version, 'id'))
    .sort(compareVersions)
    .at(-1);
  const [major, minor] = numbersOf(last ?? '0.0');
  return `${major}.${minor + 1}`;
}

/** Who made it: a user or a client. */
export function authorOf(context: Context): JsonObject {
  const { clientId, userId } = context.caller;
  if (userId !== undefined) return { createdBy: { id: userId, selfUri: `/api/v2/users/${userId}` } };
  return clientId === undefined
    ? {}
    : { createdByClient: { id: clientId, selfUri: `/api/v2/oauth/clients/${clientId}` } };
}

function compareVersions(a: string, b: string): number {
  const [majorA, minorA] = numbersOf(a);
  const [majorB, minorB] = numbersOf(b);
  return majorA - majorB || minorA - minorB;
}

function numbersOf(id: string): readonly [number, number] {
  const [major = '0', minor = '0'] = id.split('.');
  return [Number(major), Number(minor)];
}

function keyOf(flowId: string, versionId: string): string {
  return `${flowId}/${versionId}`;
}
