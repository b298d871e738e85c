import type { Context } from '../context.ts';
import { isoDate } from '../kernel/clock.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { badRequest, conflict } from '../wire/platform-error.ts';
import { stampKinds, type EntityType } from './entity-type.ts';

/** The properties that the platform keeps itself, for an object about to be stored. */
export function stampsFor(
  context: Context,
  type: Pick<EntityType, 'stamps' | 'people' | 'version'>,
  before: Entity | undefined,
): JsonObject {
  const now = isoDate(context.now);
  const { subjectId } = context.caller;
  const who = type.people === 'reference' ? { id: subjectId } : subjectId;
  const fresh = { created: now, modified: now, creator: who, editor: who, state: 'active' };
  const stamps = (type.stamps ?? []).map((name) => {
    const kind = stampKinds[name];
    const isKept = kind === 'created' || kind === 'creator' || kind === 'state';
    return [name, isKept ? (before?.[name] ?? fresh[kind]) : fresh[kind]] as const;
  });
  const version = before === undefined ? 1 : Number(before['version'] ?? 0) + 1;
  return { ...Object.fromEntries(stamps), ...(type.version ? { version } : {}) };
}

/** Refuses a write whose `version` is stale, in the manner of the type's service (PlatformError 409 or 400). */
export function checkVersion(type: Pick<EntityType, 'version'>, body: JsonObject, before: Entity): void {
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
