import { organisationOfClient } from './access/credentials.ts';
import { addClient, addHuman } from './populate.ts';
import { createEntity } from './entity/write.ts';
import type { Context } from './context.ts';
import type { Entity, JsonObject } from './kernel/values.ts';
import type { ClientSeed, HumanSeed, OrganisationSettings } from './seeds.ts';
import type { AuditRecord } from './state/audit-trail.ts';
import type { Organisation, OrganisationIdentity } from './state/organisation.ts';
import { logIn } from './steering/log-in.ts';
import type { World } from './world.ts';

/** An organisation as set-up code and tests reach it, beside its API. */
export type OrganisationHandle = OrganisationIdentity & {
  /** Adds an OAuth client; a RangeError when any organisation has its id. */
  readonly addClient: (seed: ClientSeed) => void;
  /** Adds a person and returns the user id. */
  readonly addHuman: (seed: HumanSeed) => string;
  /** An access token for the Admin UI of the person with this e-mail; valid for 24 hours. */
  readonly logIn: (email: string) => string;
  /** Creates an object with every check of the API, but without a request, an audit or consistency lag. */
  readonly create: (typeName: string, body: JsonObject) => Entity;
  /** Stored objects of a type, in no order worth relying on; what the platform knows, not what reads show. */
  readonly entities: (typeName: string) => readonly Entity[];
  readonly settings: () => OrganisationSettings;
  readonly changeSettings: (change: Partial<OrganisationSettings>) => void;
  /** All audit records, oldest first. */
  readonly audits: () => readonly AuditRecord[];
};

/** The handle of an organisation of the world. */
export function createOrganisationHandle(world: World, organisation: Organisation): OrganisationHandle {
  const { id, name, shortName, domain, region, defaultLanguage, defaultCountryCode, homeDivisionId } = organisation;
  return {
    id,
    name,
    shortName,
    domain,
    region,
    defaultLanguage,
    defaultCountryCode,
    homeDivisionId,
    addClient: (seed) => {
      refuseKnownClient(world, seed);
      addClient(organisation, seed, world.clock.now());
    },
    addHuman: (seed) => addHuman(organisation, seed, world.clock.now()),
    logIn: (email) => logIn(world, organisation, email),
    create: (typeName, body) => createQuietly(world, organisation, typeName, body),
    entities: (typeName) => organisation.collection(typeName).currentAll(),
    settings: organisation.settings,
    changeSettings: organisation.changeSettings,
    audits: () => organisation.audits.all(),
  };
}

/** A client id chooses the organisation, so no second organisation may have it (RangeError). */
export function refuseKnownClient(world: World, seed: ClientSeed): void {
  const owner = organisationOfClient(world, seed.id);
  if (owner) throw new RangeError(`organisation ${owner.name} already has a client ${seed.id}`);
}

function createQuietly(world: World, organisation: Organisation, typeName: string, body: JsonObject): Entity {
  const type = world.types.get(typeName);
  if (!type) throw new RangeError(`the simulator has no type ${typeName}`);
  const audits = [...organisation.audits.all()];
  const lag = organisation.settings().consistencyLagMs;
  organisation.changeSettings({ consistencyLagMs: 0 });
  try {
    return createEntity(systemContext(world, organisation, body), type, body);
  } finally {
    organisation.changeSettings({ consistencyLagMs: lag });
    organisation.audits.load(audits);
  }
}

/** A context for what set-up code writes, with every permission and without a request. */
export function systemContext(world: World, organisation: Organisation, body: JsonObject): Context {
  const everything = { domain: '*', entityName: '*', actions: ['*'], divisionId: '*' };
  return {
    world,
    organisation,
    caller: { kind: 'system', subjectId: 'system', authority: { policies: [everything] } },
    body,
    method: 'POST',
    pathname: '/',
    params: {},
    query: new URLSearchParams(),
    headers: {},
    rawBody: '',
    correlationId: 'set-up',
    remoteIp: '127.0.0.1',
    baseUrl: '',
    now: world.clock.now(),
  };
}
