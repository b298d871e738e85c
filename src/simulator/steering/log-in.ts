import { textOf } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import type { World } from '../world.ts';

const adminUiSessionMs = 24 * 60 * 60 * 1000;

/** A token for the person with this e-mail, as the Admin UI would hold it; a RangeError when nobody has it. */
export function logIn(world: World, organisation: Organisation, email: string): string {
  const users = organisation.collection('user').currentAll();
  const user = users.find((candidate) => textOf(candidate, 'email') === email && candidate['state'] === 'active');
  if (!user) throw new RangeError(`organisation ${organisation.name} has no active user ${email}`);
  const expiresAt = world.clock.now() + adminUiSessionMs;
  return world.tokens.issue({ organisationId: organisation.id, userId: user.id, expiresAt }).token;
}
