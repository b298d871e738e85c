import type { WireClient, WireObject } from './wire-client.ts';

/** The configuration of an organisation: one entry per object, under its type and name. */
export type OrganisationState = ReadonlyMap<string, WireObject>;

const listings: Readonly<Record<string, string>> = {
  skill: '/api/v2/routing/skills',
  language: '/api/v2/routing/languages',
  'wrap-up code': '/api/v2/routing/wrapupcodes',
  queue: '/api/v2/routing/queues',
  schedule: '/api/v2/architect/schedules',
  'schedule group': '/api/v2/architect/schedulegroups',
  ivr: '/api/v2/architect/ivrs',
  flow: '/api/v2/flows',
  'data table': '/api/v2/flows/datatables',
};

/** What tells when and by whom, and counters: no configuration. */
const volatile = new Set([
  'selfUri',
  'version',
  'dateCreated',
  'dateModified',
  'dateLastModified',
  'createdBy',
  'modifiedBy',
  'createdByApp',
  'modifiedByApp',
  'memberCount',
  'userMemberCount',
  'joinedMemberCount',
  'publishedVersion',
  'savedVersion',
  'checkedInVersion',
  'publishedBy',
  'currentOperation',
  'debugVersion',
]);

/** Everything the demo touches or could touch, and more, as the public API shows it now. */
export async function readOrganisation(client: WireClient): Promise<OrganisationState> {
  const state = new Map<string, WireObject>();
  for (const [kind, path] of Object.entries(listings)) {
    for (const object of await client.list(path)) {
      if (object['state'] === 'deleted') continue;
      state.set(`${kind} ${nameOf(object)}`, { ...object, ...(await partsOf(client, kind, String(object['id']))) });
    }
  }
  return state;
}

/** Names of the objects that differ, without ids and times: a recreated object equals the one before. */
export function differences(before: OrganisationState, after: OrganisationState): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === undefined) return [`${name} is new`];
    if (is === undefined) return [`${name} is gone`];
    return canonical(was) === canonical(is) ? [] : [`${name} differs`];
  });
}

function nameOf(object: WireObject | undefined): string {
  return String(object?.['name'] ?? '');
}

/** The object of the state; throws when it is not there. */
export function objectOf(state: OrganisationState, name: string): WireObject {
  const found = state.get(name);
  if (found === undefined) throw new Error(`the organisation has no ${name}`);
  return found;
}

async function partsOf(client: WireClient, kind: string, id: string): Promise<WireObject> {
  if (kind === 'queue') {
    const codes = await client.list(`/api/v2/routing/queues/${id}/wrapupcodes`);
    return { wrapupCodes: codes.map(nameOf).toSorted() };
  }
  if (kind === 'flow') return { content: await client.get(`/api/v2/flows/${id}/latestconfiguration`) };
  if (kind === 'data table') return client.get(`/api/v2/flows/datatables/${id}?expand=schema`);
  return {};
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (key, entry: unknown) => {
    if (volatile.has(key)) return undefined;
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    // References by name: an object that was deleted and made anew has another id.
    const { id: _id, ...rest } = entry as WireObject;
    const own = 'name' in rest ? rest : (entry as WireObject);
    return Object.fromEntries(Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
