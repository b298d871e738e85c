import type { TokenDeskState } from '../access/tokens.ts';
import type { OrganisationSettings } from '../seeds.ts';
import type { World } from '../world.ts';
import type { AuditRecord } from './audit-trail.ts';
import type { CollectionState } from './collection.ts';
import { createOrganisation, type Organisation, type OrganisationIdentity } from './organisation.ts';

/** One organisation as JSON. */
export type OrganisationState = {
  readonly identity: OrganisationIdentity;
  readonly settings: OrganisationSettings;
  /** What new ids come from; default: the simulator's seed and the name. */
  readonly idSeed?: string;
  readonly idCount: number;
  readonly collections: Readonly<Record<string, CollectionState>>;
  readonly audits: readonly AuditRecord[];
};

/** A whole simulator as JSON. */
export type SimulatorState = {
  readonly format: 'simulator-state-1';
  readonly organisations: readonly OrganisationState[];
  readonly tokens: TokenDeskState;
};

/** The state of the world; shares no changeable part with it. */
export function saveWorld(world: World): SimulatorState {
  const organisations = [...world.organisations.values()].map(saveOrganisation);
  return { format: 'simulator-state-1', organisations, tokens: world.tokens.save() };
}

/** Makes the world what the state says; a RangeError when the state has another format. */
export function loadWorld(world: World, state: SimulatorState): void {
  if (state.format !== 'simulator-state-1') throw new RangeError('this is not a state of the simulator');
  world.organisations.clear();
  for (const saved of state.organisations) {
    const organisation = createOrganisation(
      world.seed,
      { ...saved.identity, settings: saved.settings, idSeed: saved.idSeed },
      world.clock,
    );
    organisation.ids.resumeAt(saved.idCount);
    organisation.audits.load(saved.audits);
    loadCollections(organisation, saved.collections);
    world.organisations.set(organisation.id, organisation);
  }
  world.tokens.load(state.tokens);
}

function saveOrganisation(organisation: Organisation): OrganisationState {
  const { id, name, shortName, domain, region, defaultLanguage, defaultCountryCode, homeDivisionId } = organisation;
  const names = organisation.collectionNames();
  return {
    identity: { id, name, shortName, domain, region, defaultLanguage, defaultCountryCode, homeDivisionId },
    settings: organisation.settings(),
    idSeed: organisation.ids.seed,
    idCount: organisation.ids.count(),
    collections: Object.fromEntries(names.map((key) => [key, organisation.collection(key).save()])),
    audits: [...organisation.audits.all()],
  };
}

function loadCollections(organisation: Organisation, saved: Readonly<Record<string, CollectionState>>): void {
  for (const [name, state] of Object.entries(saved)) {
    const collection = state.immediate ? organisation.ledger(name) : organisation.collection(name);
    collection.load(state);
  }
}
