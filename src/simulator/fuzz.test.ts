import { expect, it } from 'vitest';
import { features } from './features.ts';
import operations from './model/operations.json' with { type: 'json' };
import { entityRoutes, entityTypes } from './registry.ts';
import type { OrganisationState } from './state/snapshot.ts';
import { brokenInvariants, createWatch } from './testing/invariants.ts';
import { createRandom } from './testing/random.ts';
import { randomRequest, type KnownIds, type Target } from './testing/random-request.ts';
import { createTestWorld } from './testing/world.ts';

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
  let bearer = '';
  const types = entityTypes();
  const watch = createWatch();
  const statuses = new Map<number, number>();
  let ids: KnownIds = { all: [], of: () => [] };
  for (let number = 0; number < requestCount; number += 1) {
    if (number % 100 === 0) bearer = await token(`fuzz-${number / 100}`);
    const request = randomRequest(random, targets, ids, bearer);
    const answer = await simulator.handle(request);
    const summary = `${request.method} ${request.path} ${String(request.body ?? '')}`.slice(0, 600);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    expect(answer.status, `${summary} → ${String(answer.body).slice(0, 600)}`).toBeLessThan(500);
    if (answer.status >= 400 && request.method !== 'HEAD') {
      expect(JSON.parse(String(answer.body)), summary).toMatchObject({
        status: answer.status,
        contextId: expect.any(String),
      });
    }
    if (number % 250 === 249) {
      const [state] = simulator.snapshot().organisations;
      if (!state) throw new Error('the organisation is gone');
      expect(brokenInvariants(types, state, watch), `after request ${number}`).toEqual([]);
      ids = knownIds(state);
    }
  }
  expect(statuses.get(200) ?? 0).toBeGreaterThan(requestCount / 10);
  expect(statuses.get(400) ?? 0).toBeGreaterThan(requestCount / 20);
});

function knownIds({ collections }: OrganisationState): KnownIds {
  const idsOf = (type: string): readonly string[] => collections[type]?.current.map(({ id }) => id) ?? [];
  const byParameter = Map.groupBy(entityTypes().values(), ({ idParameter }) => idParameter);
  return {
    all: Object.values(collections).flatMap(({ current }) => current.map(({ id }) => id)),
    of: (parameter) => byParameter.get(parameter)?.flatMap(({ name }) => idsOf(name)) ?? [],
  };
}
