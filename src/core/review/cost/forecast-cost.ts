import type { ApiBudget } from '../../environment/environment.ts';
import { isJsonArray } from '../../json/json.ts';
import type { Plan, Step } from '../../plan/plan.ts';
import { beforeOf } from '../../plan/world/projected-object.ts';
import { findObject } from '../../plan/world/listing.ts';
import type { World } from '../../plan/world/world.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import type { DeploymentCost } from '../review.ts';
import { addContent, addList, addRead, secondsPerJob } from './read-requests.ts';
import { createTally, type Tally } from './tally.ts';
import { addWrite } from './write-requests.ts';

type DoneStep = Exclude<Step, { kind: 'noop' }>;

/** What every deployment asks besides its objects. Source: the Genesys Cloud Platform API facts. */
const platformPaths = {
  organisation: '/api/v2/organizations/me',
  token: '/api/v2/tokens/me',
  grants: '/api/v2/authorization/subjects/me',
  consumers: '/api/v2/architect/dependencytracking/consumingresources',
  audits: '/api/v2/audits/query/realtime',
} as const;

/** How many written objects of one type are looked at together at most. */
const readTogether = 25;

/**
 * What a deployment of the plan is expected to cost: planning again, a fresh read before each write, the write, the
 * read-back, and the audits of types without versions. Waits for visibility, retries and rate limits come on top.
 */
export function forecastCost(world: World, plan: Plan): DeploymentCost {
  const tally = createTally();
  const steps = plan.steps.filter((step): step is DoneStep => step.kind !== 'noop');
  addPlanning(tally, world, steps);
  if (steps.length > 0) addRun(tally, world, steps);
  const endpoints = tally.endpoints();
  const requests = endpoints.reduce((sum, endpoint) => sum + endpoint.requests, 0);
  const { budget } = world.input;
  return { endpoints, requests, ...(budget === undefined ? {} : timeOf(world, steps, { requests, budget })) };
}

function timeOf(
  world: World,
  steps: readonly DoneStep[],
  { requests, budget }: { readonly requests: number; readonly budget: ApiBudget },
): Pick<DeploymentCost, 'requestsPerMinute' | 'minutes'> {
  const requestsPerMinute = Math.max(1, budget.requestsPerMinute - budget.reserve);
  const jobs = steps.filter((step) => writesContent(descriptorOf(world, step), step)).length;
  const minutes = requests / requestsPerMinute + (jobs * secondsPerJob) / 60;
  return { requestsPerMinute, minutes: Math.round(minutes * 100) / 100 };
}

/** Who we are, and what the plan was read from; deployments read it anew. */
function addPlanning(tally: Tally, world: World, steps: readonly DoneStep[]): void {
  const { catalogue, snapshot } = world.input;
  tally.add('GET', platformPaths.organisation);
  tally.add('GET', platformPaths.token);
  tally.add('GET', platformPaths.grants);
  for (const [type, listing] of Object.entries(snapshot.types)) {
    const descriptor = world.looked.has(`type ${type}`) ? catalogue.find(type) : undefined;
    if (descriptor !== undefined) addList(tally, descriptor, listing.objects.length);
  }
  for (const [type, byParent] of Object.entries(snapshot.parts)) {
    const descriptor = catalogue.find(type);
    for (const [parentId, listing] of Object.entries(byParent))
      if (descriptor !== undefined && world.looked.has(`${type} of ${parentId}`))
        addList(tally, descriptor, elementsIn(descriptor, listing.objects));
  }
  const contentTypes = catalogue.types.flatMap((type) => catalogue.find(type) ?? []).filter(({ content }) => content);
  for (const descriptor of contentTypes) {
    const exported = Object.keys(snapshot.contents).filter((id) => findObject(world, descriptor.type, id));
    for (let count = exported.length; count > 0; count -= 1) addContent(tally, descriptor);
  }
  addConsumers(tally, world, contentTypes);
  for (const step of steps) addObstacles(tally, descriptorOf(world, step), step);
}

/** Who uses an object; of one with content its kind must be known first. */
function addConsumers(tally: Tally, world: World, contentTypes: readonly ResourceDescriptor[]): void {
  const asked = Object.entries(world.input.snapshot.consumers).filter(([, found]) => found !== null);
  tally.add('GET', platformPaths.consumers, asked.length);
  for (const descriptor of contentTypes)
    for (const [id] of asked) if (findObject(world, descriptor.type, id) !== undefined) addRead(tally, descriptor);
}

/** Who holds what is to be written is asked of types that people check out. */
function addObstacles(tally: Tally, descriptor: ResourceDescriptor | undefined, step: DoneStep): void {
  if (descriptor === undefined || step.handle.startsWith('new#')) return;
  const { capability } = descriptor.api;
  if (capability.kind === 'flow-jobs') addRead(tally, descriptor);
  if (capability.kind === 'draft-publish') tally.add('GET', capability.draftPath);
}

function addRun(tally: Tally, world: World, steps: readonly DoneStep[]): void {
  tally.add('GET', platformPaths.organisation);
  tally.add('GET', platformPaths.token);
  const byType = Map.groupBy(steps, ({ type }) => type);
  for (const [type, ofType] of byType) {
    const descriptor = world.input.catalogue.find(type);
    if (descriptor === undefined) continue;
    for (const step of ofType) addStep(tally, world, descriptor, step);
    addHolders(tally, world, descriptor, ofType);
    addReadBacks(tally, world, descriptor, ofType);
    const isAudited = !descriptor.versioned && ofType.some(({ kind }) => kind !== 'create');
    if (isAudited) tally.add('POST', platformPaths.audits);
  }
}

/** The fresh read, what goes with a delete, and the write. */
function addStep(tally: Tally, world: World, descriptor: ResourceDescriptor, step: DoneStep): void {
  if (step.kind !== 'create') {
    addRead(tally, descriptor, elementsOf(world, step));
    if (step.kind === 'delete' || writesContent(descriptor, step)) addContent(tally, descriptor);
  }
  if (step.kind === 'delete') addParts(tally, world, descriptor);
  addWrite(tally, descriptor, step);
}

/** The parts of a deleted object are read, so that they can come back. */
function addParts(tally: Tally, world: World, descriptor: ResourceDescriptor): void {
  const { catalogue } = world.input;
  for (const type of catalogue.types) {
    const part = catalogue.find(type);
    if (part !== undefined && part.shape.kind !== 'object' && part.shape.parentType === descriptor.type)
      addList(tally, part, 1);
  }
}

/** Creations of one type, or below one parent, share a list of who holds the key. */
function addHolders(tally: Tally, world: World, descriptor: ResourceDescriptor, steps: readonly DoneStep[]): void {
  const created = steps.filter(({ kind }) => kind === 'create');
  if (created.length === 0) return;
  const { types, parts } = world.input.snapshot;
  if (descriptor.shape.kind === 'object')
    return addList(tally, descriptor, types[descriptor.type]?.objects.length ?? created.length);
  const parents = new Set(created.map(({ handle }) => handle.split('/').slice(0, -1).join('/')));
  for (const parent of parents) addList(tally, descriptor, parts[descriptor.type]?.[parent]?.objects.length ?? 1);
}

/** Lists that take several ids answer many read-backs at once. */
function addReadBacks(tally: Tally, world: World, descriptor: ResourceDescriptor, steps: readonly DoneStep[]): void {
  const { list } = descriptor.api;
  if (list.byIds === undefined || steps.length === 1) {
    for (const step of steps) addRead(tally, descriptor, elementsOf(world, step));
  } else tally.add('GET', list.path, Math.ceil(steps.length / Math.min(readTogether, list.byIds.most)));
  for (const step of steps)
    if (step.kind !== 'delete' && writesContent(descriptor, step)) addContent(tally, descriptor);
}

/** How many members a facet has, which decides how many pages it takes. */
function elementsOf(world: World, step: DoneStep): number {
  const object = findObject(world, step.type, step.handle);
  if (object === undefined || object.descriptor.api.capability.kind !== 'membership') return 1;
  const members = beforeOf(object)[object.descriptor.api.capability.field];
  return isJsonArray(members) ? members.length : 1;
}

function elementsIn(descriptor: ResourceDescriptor, objects: readonly { readonly body: object }[]): number {
  const { capability } = descriptor.api;
  if (capability.kind !== 'membership') return objects.length;
  return objects.reduce((sum, { body }) => {
    const members: unknown = Reflect.get(body, capability.field);
    return sum + (Array.isArray(members) ? members.length : 0);
  }, 0);
}

function writesContent(descriptor: ResourceDescriptor | undefined, step: DoneStep): boolean {
  const field = descriptor?.content?.field;
  if (field === undefined) return false;
  if (step.kind === 'create') return step.after[field] !== undefined;
  return step.kind !== 'delete' && step.changes.some(({ path }) => path[0] === field);
}

function descriptorOf(world: World, step: DoneStep): ResourceDescriptor | undefined {
  return world.input.catalogue.find(step.type);
}
