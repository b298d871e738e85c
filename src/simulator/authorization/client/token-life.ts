import { textOf, type Entity } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';

const shortest = 300;
const longest = 48 * 3600;
const longestForScim = 450 * 86_400;

/** Refuses a client whose tokens would live too short or too long: 5 minutes to 48 hours, for SCIM up to 450 days. */
export function checkTokenLife(client: Entity): void {
  const seconds = Number(client['accessTokenValiditySeconds']);
  const limit = /scim/i.test(textOf(client, 'name')) ? longestForScim : longest;
  if (Number.isInteger(seconds) && seconds >= shortest && seconds <= limit) return;
  const message = `accessTokenValiditySeconds must be between ${shortest} and ${limit}.`;
  const details = [{ errorCode: 'invalid.value', fieldName: 'accessTokenValiditySeconds' }];
  throw badRequest(message, 'invalid.value', { details });
}
