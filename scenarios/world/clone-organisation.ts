import type { OrganisationState, SimulatorState } from '../../src/simulator/index.ts';
import type { SimulatedOrganisation } from './simulated.ts';

/** The state with its only organisation as often as there are names, each with a client of its own. */
export function cloneOrganisation(
  state: SimulatorState,
  original: SimulatedOrganisation,
  names: readonly string[],
): { readonly state: SimulatorState; readonly organisations: readonly SimulatedOrganisation[] } {
  const [only] = state.organisations;
  if (only === undefined) throw new Error('there is no organisation to clone');
  const organisations = names.map((name, index) => ({
    ...original,
    name,
    id: original.id.replace(/.{4}$/u, String(index).padStart(4, '0')),
    clientId: `writer of ${name}`,
  }));
  const clones = organisations.map((clone) => renamed(only, original, clone));
  return {
    state: { ...state, organisations: clones, tokens: { issued: state.tokens.issued, tokens: [] } },
    organisations,
  };
}

function renamed(
  state: OrganisationState,
  original: SimulatedOrganisation,
  clone: SimulatedOrganisation,
): OrganisationState {
  const text = JSON.stringify(state).replaceAll(original.clientId, clone.clientId).replaceAll(original.id, clone.id);
  const copy = JSON.parse(text) as OrganisationState;
  return { ...copy, identity: { ...copy.identity, name: clone.name } };
}
