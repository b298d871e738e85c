import type { ChangeTest, SourceLocation } from '../../core/index.ts';
import type { GivenTest } from '../schema/test-schema.ts';

/** A test of a file, with the place where it stands. */
export function toTest(given: GivenTest, source: SourceLocation): ChangeTest {
  const { name, assert, dataAction, route, http, command, when, retry, timeoutSeconds } = given;
  const base = {
    name,
    source,
    ...(when === undefined ? {} : { when }),
    ...(retry === undefined ? {} : { retry }),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  };
  if (dataAction !== undefined) return { ...base, dataAction };
  if (route !== undefined) return { ...base, route };
  if (http !== undefined) return { ...base, http };
  if (command !== undefined) return { ...base, command };
  return { ...base, assert: assert ?? 'false' };
}
