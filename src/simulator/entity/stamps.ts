import type { Context } from '../context.ts';
import { isoDate } from '../kernel/clock.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { badRequest, conflict } from '../wire/platform-error.ts';
import type { EntityType } from './entity-type.ts';

/** The properties that the platform keeps itself, for an object about to be stored. */
export function stampsFor(context: Context, type: EntityType, before: Entity | undefined): JsonObject {
  const stamps = new Set(type.stamps ?? []);
  const now = isoDate(context.now);
  const who = context.caller.subjectId;
  const version = before === undefined ? 1 : Number(before['version'] ?? 0) + 1;
  return {
    ...(stamps.has('dateCreated') ? { dateCreated: before?.['dateCreated'] ?? now } : {}),
    ...(stamps.has('createdBy') ? { createdBy: before?.['createdBy'] ?? who } : {}),
    ...(stamps.has('dateModified') ? { dateModified: now } : {}),
    ...(stamps.has('modifiedBy') ? { modifiedBy: who } : {}),
    ...(stamps.has('state') ? { state: before?.['state'] ?? 'active' } : {}),
    ...(type.version ? { version } : {}),
  };
}

/** Refuses a write whose `version` is stale, in the manner of the type's service (PlatformError 409 or 400). */
export function checkVersion(type: EntityType, body: JsonObject, before: Entity): void {
  if (!type.version) return;
  const given = body['version'];
  if (given === undefined) {
    if (type.version.required)
      throw badRequest('The request is missing a required value: version.', 'missing.required.value');
    return;
  }
  if (given === before['version']) return;
  if (type.version.style === 'directory') {
    const message = `Version ${String(given)} does not match the current version ${String(before['version'])}`;
    throw badRequest(message, 'general.bad.request');
  }
  throw conflict(
    'The version number of the modified resource must match the version number in the database.',
    'general.conflict',
    { messageParams: { expected: String(before['version']), given: String(given) } },
  );
}
