import { expect, it } from 'vitest';
import { features } from './features.ts';
import { isObject, textOf } from './kernel/values.ts';
import operations from './model/operations.json' with { type: 'json' };
import { entityRoutes, entityTypes } from './registry.ts';
import type { OrganisationState } from './state/snapshot.ts';
import { brokenInvariants, createWatch } from './testing/invariants.ts';
import { createRandom } from './testing/random.ts';
import { randomRequest, type KnownIds, type Target } from './testing/random-request.ts';
import { createTestWorld } from './testing/world.ts';
import type { SimulatorRequest, SimulatorResponse } from './wire/message.ts';

const requestCount = 10_000;
/** Each acts for a while: random requests also take roles and secrets away. */
const clients = Array.from({ length: requestCount / 100 }, (_unused, index) => ({
  id: `fuzz-${index}`,
  secret: `fuzz-${index}-secret`,
}));
const described: readonly Target[] = Object.values(operations);
const bodies = new Map(described.map(({ method, path, body }) => [`${method} ${path}`, body]));
const targets: readonly Target[] = [...entityRoutes(), ...features.flatMap(({ routes = [] }) => routes)]
  .filter(({ method, path }) => !(method === 'DELETE' && path === '/api/v2/tokens/me'))
  .map(({ method, path }) => ({ method, path, body: bodies.get(`${method} ${path}`) }));

it(`survives ${requestCount} random and malformed requests, each answered as the platform would`, async () => {
  const { simulator, token } = createTestWorld({ clients, settings: { rateLimitPerMinute: 1_000_000 } });
  const random = createRandom(20_261_121);
  const types = entityTypes();
  const watch = createWatch();
  const statuses = new Map<number, number>();
  const problems: string[] = [];
  let ids: KnownIds = { all: [], of: () => [] };
  let bearer = '';
  for (let number = 0; number < requestCount; number += 1) {
    if (number % 100 === 0) bearer = await token(`fuzz-${number / 100}`);
    const request = randomRequest(random, targets, ids, bearer);
    const answer = await simulator.handle(request);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    problems.push(...problemsOf(request, answer));
    if (number % 250 !== 249) continue;
    const [state] = simulator.snapshot().organisations;
    if (!state) throw new Error('the organisation is gone');
    problems.push(...brokenInvariants(types, state, watch).map((broken) => `${broken} after request ${number}`));
    ids = knownIds(state);
  }
  expect(problems).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(requestCount / 10);
  expect(statuses.get(400)).toBeGreaterThan(requestCount / 20);
});

/** What the platform would never answer. */
function problemsOf(request: SimulatorRequest, answer: SimulatorResponse): readonly string[] {
  const text = String(answer.body);
  const at = `${request.method} ${request.path} ${String(request.body ?? '')}`.slice(0, 600);
  if (answer.status >= 500) return [`${at} → ${answer.status} ${text.slice(0, 600)}`];
  if (answer.status < 400 || request.method === 'HEAD') return [];
  const body: unknown = JSON.parse(text);
  const isErrorBody = isObject(body) && body['status'] === answer.status && textOf(body, 'contextId') !== '';
  return isErrorBody ? [] : [`${at} → no error body: ${text.slice(0, 200)}`];
}

function knownIds({ collections }: OrganisationState): KnownIds {
  const idsOf = (type: string): readonly string[] => collections[type]?.current.map(({ id }) => id) ?? [];
  const byParameter = Map.groupBy(entityTypes().values(), ({ idParameter }) => idParameter);
  return {
    all: Object.values(collections).flatMap(({ current }) => current.map(({ id }) => id)),
    of: (parameter) => byParameter.get(parameter)?.flatMap(({ name }) => idsOf(name)) ?? [],
  };
}
