import { existsSync, readFileSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject } from '../../core/index.ts';

/** The wire body of one object of the type, every known field present, as the platform answers it. */
export function fixtureOf(type: string): JsonObject {
  const body: Json = JSON.parse(readFileSync(fileOf(type), 'utf8'));
  if (!isJsonObject(body)) throw new Error(`the fixture of ${type} is no object`);
  return body;
}

/** True when there is a fixture of the type. */
export function hasFixture(type: string): boolean {
  return existsSync(fileOf(type));
}

function fileOf(type: string): URL {
  return new URL(`../fixtures/${type}.json`, import.meta.url);
}
