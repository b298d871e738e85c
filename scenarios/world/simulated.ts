import type { Clock } from '../../src/engine/index.ts';
import { createSimulator, type OrganisationSettings, type Simulator } from '../../src/simulator/index.ts';

/** A client that may do everything, and a person who works in the Admin UI, of one simulated organisation. */
export interface SimulatedOrganisation {
  readonly name: string;
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The e-mail of the person who makes edits by hand in every organisation. */
export const humanEmail = 'alex@example.com';

const secret = 'scenario-secret';
const generous = { rateLimitPerMinute: 1_000_000, userRateLimitPerMinute: 1_000_000, tokenLimitPerMinute: 1_000_000 };

/** A simulator on the clock that holds one organisation of that name, empty but for its client and its person. */
export function createSimulated(
  clock: Clock,
  name: string,
  settings: Partial<OrganisationSettings> = {},
): { readonly simulator: Simulator; readonly organisation: SimulatedOrganisation } {
  const simulator = createSimulator({ seed: 'scenario', clock });
  return { simulator, organisation: addSimulated(simulator, name, settings) };
}

/** Adds one more such organisation. */
export function addSimulated(
  simulator: Simulator,
  name: string,
  settings: Partial<OrganisationSettings> = {},
): SimulatedOrganisation {
  const clientId = `writer of ${name}`;
  const handle = simulator.addOrganisation({
    name,
    clients: [{ id: clientId, secret }],
    humans: [{ name: 'Alex Doe', email: humanEmail }],
    settings: { ...generous, ...settings },
  });
  return { name, id: handle.id, clientId, clientSecret: secret };
}
