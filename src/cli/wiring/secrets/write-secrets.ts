import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../core/index.ts';
import { secretReferenceOf } from '../../../core/resource/index.ts';
import type { Platform } from '../../../engine/index.ts';

/** Gives the secret behind a reference. */
export type RevealSecret = (reference: string) => Promise<string>;

/**
 * The platform, with references to secrets replaced by the secrets on their way out. Everything before it (plan, journal,
 * events) holds references only. Each that is written is read once; one that could not be read is tried again next time.
 */
export function withSecrets<Reached extends Pick<Platform, 'create' | 'update'>>(
  platform: Reached,
  reveal: RevealSecret,
): Reached & Required<Pick<Platform, 'trySecret'>> {
  const known = new Map<string, Promise<string>>();
  const once: RevealSecret = (reference) => {
    const found = known.get(reference) ?? reveal(reference);
    known.set(reference, found);
    found.catch(() => known.delete(reference));
    return found;
  };
  return {
    ...platform,
    create: async (type, body, ...rest) => platform.create(type, (await replace(body, once)) as JsonObject, ...rest),
    update: async (type, id, body, ...rest) =>
      platform.update(type, id, (await replace(body, once)) as JsonObject, ...rest),
    trySecret: async (reference) => void (await reveal(reference)),
  };
}

async function replace(value: Json, reveal: RevealSecret): Promise<Json> {
  const secret = secretReferenceOf(value);
  if (secret !== undefined) return reveal(secret.$secret);
  if (isJsonArray(value)) return Promise.all(value.map((item) => replace(item, reveal)));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(async ([name, inner]) => [name, await replace(inner, reveal)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
