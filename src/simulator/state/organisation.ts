import type { SimulatorClock } from '../kernel/clock.ts';
import { createIdSource, uuidFrom, type IdSource } from '../kernel/ids.ts';
import type { Entity } from '../kernel/values.ts';
import { defaultSettings, type OrganisationSeed, type OrganisationSettings } from '../seeds.ts';
import { createAuditTrail, type AuditTrail } from './audit-trail.ts';
import { createCollection, type Collection } from './collection.ts';
import { createObserverList, type ObserverList } from './observers.ts';

/** Facts of an organisation that do not change. */
export type OrganisationIdentity = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly domain: string;
  readonly region: string;
  readonly defaultLanguage: string;
  readonly defaultCountryCode: string;
  readonly homeDivisionId: string;
};

/** One organisation: its identity, its settings and everything stored in it. */
export type Organisation = OrganisationIdentity & {
  /** The collection of that name, created empty when first asked for. Names are those of the entity types. */
  readonly collection: (name: string) => Collection;
  /** A collection without consistency lag, for jobs, uploads and other things that are not configuration. */
  readonly ledger: (name: string) => Collection;
  readonly collectionNames: () => readonly string[];
  /** Grows with every change of what any collection stores or shows; a key for caches. */
  readonly revision: () => number;
  readonly ids: IdSource;
  readonly audits: AuditTrail;
  /** Who hears of every audit record and every stored or removed object. */
  readonly observers: ObserverList;
  readonly settings: () => OrganisationSettings;
  readonly changeSettings: (change: Partial<OrganisationSettings>) => void;
};

/** An organisation with nothing in it; its ids depend on `seed` and its own name only. */
export function createOrganisation(seed: string, wish: OrganisationWish, clock: SimulatorClock): Organisation {
  const ids = createIdSource(wish.idSeed ?? `${seed}/${wish.name}`);
  let settings: OrganisationSettings = { ...defaultSettings, ...wish.settings };
  const collections = new Map<string, Collection>();
  const observers = createObserverList();
  const open = (name: string, immediate: boolean): Collection => {
    const known = collections.get(name);
    if (known) return known;
    const lagMs = immediate ? () => 0 : () => settings.consistencyLagMs;
    const changed = (id: string, entity?: Entity): void =>
      observers.notify({ kind: 'change', collection: name, id, ...(entity ? { entity } : {}) });
    const created = createCollection({ now: clock.now, lagMs, immediate, changed });
    collections.set(name, created);
    return created;
  };
  return {
    ...identityOf(seed, wish),
    collection: (name) => open(name, false),
    ledger: (name) => open(name, true),
    collectionNames: () => [...collections.keys()],
    revision: () => {
      let sum = 0;
      for (const collection of collections.values()) sum += collection.revision();
      return sum;
    },
    ids,
    audits: createAuditTrail((record) => observers.notify({ kind: 'audit', record })),
    observers,
    settings: () => settings,
    changeSettings: (change) => {
      settings = { ...settings, ...change };
    },
  };
}

/** A seed, or the identity of an organisation that was saved. */
type OrganisationWish = OrganisationSeed & {
  readonly homeDivisionId?: string | undefined;
  readonly idSeed?: string | undefined;
};

function identityOf(seed: string, wish: OrganisationWish): OrganisationIdentity {
  return {
    id: wish.id ?? uuidFrom(`${seed}/organisation/${wish.name}`),
    name: wish.name,
    shortName: wish.shortName ?? wish.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    domain: wish.domain ?? 'mypurecloud.com',
    region: wish.region ?? 'us-east-1',
    defaultLanguage: wish.defaultLanguage ?? 'en-us',
    defaultCountryCode: wish.defaultCountryCode ?? 'US',
    homeDivisionId: wish.homeDivisionId ?? uuidFrom(`${seed}/home-division/${wish.name}`),
  };
}
