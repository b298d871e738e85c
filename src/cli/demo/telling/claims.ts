import { cliError } from '../../errors.ts';
import type { Narrator } from './narrator.ts';

/** Tells a claim that holds; SB6021 with what speaks against it otherwise, which ends the demo. */
export function prove(narrator: Narrator, claim: string, against: readonly string[]): void {
  if (against.length > 0) {
    const more = against.length > 8 ? `; and ${against.length - 8} more` : '';
    throw cliError('SB6021', `The demo claims: ${claim} This does not hold: ${against.slice(0, 8).join('; ')}${more}`);
  }
  narrator.proven(claim);
}

/** Nothing when both are the same; otherwise what is expected and what is there. */
export function expectSame(what: string, actual: unknown, expected: unknown): readonly string[] {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  return is === wanted ? [] : [`${what}: expected ${wanted}, found ${is}`];
}
