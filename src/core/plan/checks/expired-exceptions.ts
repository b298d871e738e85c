import { isExpired } from '../../exception/exceptions.ts';
import { note, type World } from '../world/world.ts';

/** Warns of exceptions of the environment whose last day is over: what they covered counts as undeclared again. */
export function noteExpiredExceptions(world: World): void {
  const { environment, asOf } = world.input;
  for (const exception of environment.exceptions ?? []) {
    if (!isExpired(exception, asOf)) continue;
    const { resource, field, owner, reason, expires } = exception;
    const what = field === undefined ? resource : `${resource} ${field}`;
    note(world, 'warning', 'SB1052', `${what}: ${owner} answered for it until ${expires} (${reason}).`);
  }
}
