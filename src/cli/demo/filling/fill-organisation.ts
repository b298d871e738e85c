import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillingClient, type DemoOrganisation } from '../world/organisations.ts';
import { baseDocuments, ofType, type ExampleDocument } from './example-documents.ts';
import { moreQueues } from './more-queues.ts';
import { publishFlow } from './publish-flow.ts';
import { logInWithSdk, type SdkSession } from './sdk.ts';

/** Ids of what was made, by `type/name`. */
type Ids = Map<string, string>;

interface Filling {
  readonly session: SdkSession;
  readonly documents: readonly ExampleDocument[];
  readonly ids: Ids;
  readonly project: string;
}

const vipDesks = { dev: 0, uat: 3, prod: 12 } as const;

/** Fills an organisation through the official SDK with what the example describes, and more queues where it is larger. */
export async function fillOrganisation(url: string, project: string, organisation: DemoOrganisation): Promise<void> {
  const session = await logInWithSdk(url, fillingClient(organisation.environment));
  const filling: Filling = { session, documents: baseDocuments(project), ids: new Map(), project };
  await addNamed(filling);
  await addQueues(filling, organisation);
  await addPeople(filling);
  await addOpeningHours(filling);
  await addTables(filling);
  await addCallFlow(filling);
  if (organisation.environment === 'prod') await publishFlow(session, earlierHoldFlow(project));
}

async function addNamed({ session: { routing }, documents, ids }: Filling): Promise<void> {
  const ways = {
    routing_language: (body: { name: string }) => routing.postRoutingLanguages(body),
    routing_skill: (body: { name: string }) => routing.postRoutingSkills(body),
    routing_wrapupcode: (body: { name: string }) => routing.postRoutingWrapupcodes(body),
  };
  for (const [type, post] of Object.entries(ways)) {
    for (const { name } of ofType(documents, type)) remember(ids, `${type}/${name}`, await post({ name }));
  }
}

async function addQueues(
  { session: { routing }, documents, ids }: Filling,
  { environment, queues }: DemoOrganisation,
): Promise<void> {
  const described = ofType(documents, 'routing_queue');
  for (const { name, spec } of described)
    remember(ids, `routing_queue/${name}`, await routing.postRoutingQueues({ name, ...spec }));
  for (const { name, description, timeoutMs } of moreQueues(queues - described.length, vipDesks[environment])) {
    const acwSettings = { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs };
    remember(ids, `routing_queue/${name}`, await routing.postRoutingQueues({ name, description, acwSettings }));
  }
  for (const queue of ['Billing', 'Claims', 'VIP #1: Billing']) {
    const codes = ['Resolved', 'Old: escalated'].map((name) => ({ id: idOf(ids, `routing_wrapupcode/${name}`) }));
    await routing.postRoutingQueueWrapupcodes(idOf(ids, `routing_queue/${queue}`), codes);
  }
}

async function addPeople({ session, ids }: Filling): Promise<void> {
  const home = await session.authorization.getAuthorizationDivisionsHome();
  const agents: string[] = [];
  for (const [name, email] of [
    ['Zoë Müller', 'zoe.mueller'],
    ['佐藤 健', 'ken.sato'],
    ['Ada Okafor', 'ada.okafor'],
  ]) {
    const user = await session.users.postUsers({
      name,
      email: `${email}@northwind.example`,
      divisionId: home.id ?? '',
    });
    agents.push(user.id ?? '');
  }
  await session.routing.postRoutingQueueMembers(
    idOf(ids, 'routing_queue/VIP #1: Billing'),
    agents.map((id) => ({ id })),
  );
}

async function addOpeningHours({ session: { architect }, documents, ids }: Filling): Promise<void> {
  for (const { name, spec } of ofType(documents, 'architect_schedules')) {
    remember(ids, `architect_schedules/${name}`, await architect.postArchitectSchedules({ name, ...spec }));
  }
  for (const { name, spec } of ofType(documents, 'architect_schedulegroups')) {
    remember(
      ids,
      `architect_schedulegroups/${name}`,
      await architect.postArchitectSchedulegroups({ name, ...resolved(spec, ids) }),
    );
  }
}

async function addTables({ session: { architect }, documents, ids }: Filling): Promise<void> {
  for (const { name, spec } of ofType(documents, 'architect_datatable')) {
    remember(ids, `architect_datatable/${name}`, await architect.postFlowsDatatables({ name, ...spec }));
  }
  for (const { table, key, spec } of ofType(documents, 'architect_datatable_row')) {
    await architect.postFlowsDatatableRows(idOf(ids, `architect_datatable/${table}`), {
      key,
      ...(spec['values'] as object),
    });
  }
}

async function addCallFlow({ session, documents, ids, project }: Filling): Promise<void> {
  for (const { flowType, name, spec } of ofType(documents, 'flow')) {
    const { file } = spec['content'] as { readonly file: string };
    ids.set(`flow/${flowType}/${name}`, await publishFlow(session, readFileSync(join(project, file), 'utf8')));
  }
  for (const { name, spec } of ofType(documents, 'architect_ivr')) {
    await session.architect.postArchitectIvrs({ name, ...resolved(spec, ids) });
  }
}

/** Production has held its callers for years, with another text and towards another queue. */
function earlierHoldFlow(project: string): string {
  return readFileSync(join(project, 'flows/vip-hold.yaml'), 'utf8')
    .replace('{{hold_message}}', 'All our agents are busy.')
    .replace('VIP #3: Concierge', 'VIP #1: Billing');
}

/** References of the example as the platform wants them. */
function resolved(value: unknown, ids: Ids): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(value), (_key, entry: unknown) => {
    const reference = typeof entry === 'object' && entry !== null && '$ref' in entry ? String(entry.$ref) : undefined;
    return reference === undefined ? entry : { id: idOf(ids, reference) };
  }) as Readonly<Record<string, unknown>>;
}

function remember(ids: Ids, address: string, created: { readonly id?: string }): void {
  ids.set(address, created.id ?? '');
}

function idOf(ids: Ids, address: string): string {
  const id = ids.get(address);
  if (id === undefined) throw new Error(`the example refers to ${address}, which was not made`);
  return id;
}
