import { beforeAll, describe, expect, it } from 'vitest';
import { deploy } from '../../src/engine/index.ts';
import type { SimulatorState } from '../../src/simulator/index.ts';
import { artifactOf, ensure, ensureFlow, ref, remove, rename, type World } from '../world/index.ts';
import { centreState, menu, openCentre, reviewIn } from './centre.ts';

type Draft = Parameters<typeof artifactOf>[0];

let state: SimulatorState;
beforeAll(async () => {
  state = await centreState();
});

const greeting = menu('Main line', 'Good day');
const samples: Readonly<Record<string, Draft>> = {
  'an update': { actions: [ensure('routing_queue', 'Sales', { acwSettings: { timeoutMs: 60_000 } })] },
  'an update of a versioned type': { actions: [ensure('architect_ivr', 'Hotline', { description: 'ours' })] },
  'a creation': { actions: [ensure('routing_skill', 'Gold')] },
  'a creation with a reference': {
    actions: [ensure('routing_language', 'Tok Pisin'), ensure('routing_queue', 'Port Moresby')],
  },
  'a deletion': { actions: [remove('routing_skill', 'VIP')] },
  'a rename': { actions: [rename('routing_queue', 'Sales', 'Sales and care')] },
  'thirty creations': { actions: Array.from({ length: 30 }, (_, index) => ensure('routing_queue', `Q${index}`)) },
  'a publication of a flow': { actions: [ensureFlow('inboundcall', 'Main line', greeting)], texts: [greeting] },
  'rows of a table': {
    actions: [
      ensure('architect_datatable', 'Holidays', {
        schema: {
          $schema: 'http://json-schema.org/draft-04/schema#',
          type: 'object',
          required: ['key'],
          properties: { key: { type: 'string', title: 'day' } },
          additionalProperties: false,
        },
      }),
      ...['2026-12-25', '2026-12-26'].map((day) => ensure('architect_datatable_row', ['Holidays', day])),
    ],
  },
  'wrap-up codes of a queue': {
    actions: [
      ...Array.from({ length: 12 }, (_, index) => ensure('routing_wrapupcode', `Code ${index}`)),
      ensure('routing_queue_wrapupcodes', 'Sales', {
        wrapupCodes: Array.from({ length: 12 }, (_, index) => ref(`routing_wrapupcode/Code ${index}`)),
      }),
    ],
  },
};

/** Requests by endpoint that the organisation really got, every path parameter written `{}`. */
function sentIn(world: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { operation, count } of world.simulator.usage.counts()) {
    const name = plain(operation);
    if (operation.includes('/api/v2/')) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}

function plain(endpoint: string): string {
  return endpoint.replaceAll(/\{[^}]*\}/gu, '{}');
}

describe('the forecast of requests', () => {
  it.each(Object.entries(samples))('is right for %s: at most a tenth and two requests off in all', async (_, draft) => {
    const world = openCentre(state);
    const { review } = await reviewIn(world, draft, { budget: { requestsPerMinute: 300, reserve: 60 } });
    world.simulator.usage.reset();
    const report = await deploy(world.process({ process: 'deployer' }), world.request(artifactOf(draft)));
    const sent = sentIn(world);

    expect(report.ending).toBe('succeeded');
    const total = [...sent.values()].reduce((sum, count) => sum + count, 0);
    expect(Math.abs(review.cost.requests - total)).toBeLessThanOrEqual(2 + total / 10);
    const off = review.cost.endpoints.flatMap(({ method, path, requests }) => {
      const really = sent.get(plain(`${method} ${path}`)) ?? 0;
      return Math.abs(really - requests) > 3 + really / 10 ? [`${method} ${path}: ${requests}, really ${really}`] : [];
    });
    expect(off).toEqual([]);
    const unforeseen = [...sent].filter(
      ([name, count]) =>
        count > 2 && !review.cost.endpoints.some(({ method, path }) => plain(`${method} ${path}`) === name),
    );
    expect(unforeseen).toEqual([]);
    expect(review.cost.minutes).toBeCloseTo(review.cost.requests / 240, draft.texts === undefined ? 1 : 0);
  });
});
