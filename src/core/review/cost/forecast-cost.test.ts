import { describe, expect, it } from 'vitest';
import type { TestCase } from '../../plan/testing/test-world.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { planOf, testCatalogue } from '../../plan/testing/test-world.ts';
import { proposeChanges } from '../propose-changes.ts';
import type { DeploymentCost } from '../review.ts';
import { ensure, remove } from '../testing/reach-world.ts';

/** The made-up types with an API of their own each, changed as the case wants. */
function catalogueWith(change: Partial<Record<string, Partial<ResourceDescriptor['api']>>>) {
  const find = (type: string): ResourceDescriptor | undefined => {
    const found = testCatalogue.find(type);
    const path = `/${type}`;
    const one = `${path}/{id}`;
    return (
      found && {
        ...found,
        api: {
          list: { path, paging: 'page', pageSize: 2, items: 'entities', whole: true, idField: 'id' },
          get: { path: one },
          create: { method: 'POST', path },
          update: { method: 'PUT', path: one },
          delete: { path: one },
          capability: { kind: 'crud' },
          ...change[type],
        },
      }
    );
  };
  return { ...testCatalogue, find };
}

function costOf(given: TestCase, change: Parameters<typeof catalogueWith>[0] = {}): DeploymentCost {
  const { plan } = planOf({ ...given, extra: { catalogue: catalogueWith(change), ...given.extra } }, proposeChanges);
  expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan.review?.cost as DeploymentCost;
}

/** Requests to the types' own endpoints. */
function linesOf({ endpoints }: DeploymentCost): readonly string[] {
  return endpoints
    .filter(({ path }) => !path.startsWith('/api/'))
    .map(({ method, path, requests }) => `${requests} ${method} ${path}`);
}

const crates = Array.from({ length: 5 }, (_, index) => ({ id: `c${index}`, name: `C${index}`, size: 1 }));
const byIds = { query: 'id', most: 50 };
const list = { path: '/crate', paging: 'page', pageSize: 2, items: 'entities', whole: true, idField: 'id' } as const;

interface Row {
  readonly name: string;
  readonly given: TestCase;
  readonly change?: Parameters<typeof catalogueWith>[0];
  readonly lines: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'an update reads the pages of its type, the object, writes it and reads it back',
    given: { live: { crate: crates }, actions: [ensure('crate', 'C0', { size: 2 })] },
    lines: ['3 GET /crate', '2 GET /crate/{id}', '1 PUT /crate/{id}'],
  },
  {
    name: 'nothing to do costs only reading',
    given: { live: { crate: crates }, actions: [ensure('crate', 'C0', { size: 1 })] },
    lines: ['3 GET /crate'],
  },
  {
    name: 'creations share the list of who holds their keys',
    given: { live: { crate: crates }, actions: [ensure('crate', 'X'), ensure('crate', 'Y')] },
    lines: ['6 GET /crate', '2 GET /crate/{id}', '2 POST /crate'],
  },
  {
    name: 'a list that takes ids answers read-backs together',
    given: { live: { crate: crates }, actions: [0, 1, 2, 3].map((index) => ensure('crate', `C${index}`, { size: 2 })) },
    change: { crate: { list: { ...list, byIds } } },
    lines: ['4 GET /crate', '4 GET /crate/{id}', '4 PUT /crate/{id}'],
  },
  {
    name: 'outlines are read one by one',
    given: { live: { crate: crates }, actions: [ensure('crate', 'C0', { size: 2 })] },
    change: { crate: { list: { ...list, whole: false } } },
    lines: ['7 GET /crate/{id}', '3 GET /crate', '1 PUT /crate/{id}'],
  },
  {
    name: 'settings with a path of their own are read and written beside the object',
    given: { live: { crate: crates.slice(0, 1) }, actions: [ensure('crate', 'C0', { size: 2 })] },
    change: { crate: { settings: { path: '/crate/{id}/settings', field: 'settings' } } },
    lines: [
      '4 GET /crate/{id}/settings',
      '2 GET /crate/{id}',
      '1 GET /crate',
      '1 PUT /crate/{id}',
      '1 PUT /crate/{id}/settings',
    ],
  },
  {
    name: 'a publication follows the write',
    given: { live: { crate: crates.slice(0, 1) }, actions: [ensure('crate', 'C0', { size: 2 })] },
    change: { crate: { capability: { kind: 'publish', path: '/crate/{id}/publish', body: 'none' } } },
    lines: ['3 GET /crate/{id}', '1 GET /crate', '1 PUT /crate/{id}', '1 POST /crate/{id}/publish'],
  },
  {
    name: 'members are added in batches and removed one by one',
    given: {
      live: {
        crate: crates.slice(0, 1),
        colour: Array.from({ length: 4 }, (_, index) => ({ id: `k${index}`, name: `K${index}` })),
      },
      parts: { crate_labels: { c0: [{ id: 'c0', crate: { id: 'c0' }, colours: [{ id: 'k0' }] }] } },
      actions: [
        ensure('crate_labels', 'C0', { colours: ['K1', 'K2', 'K3'].map((name) => ({ $ref: `colour/${name}` })) }),
      ],
    },
    change: {
      crate_labels: {
        list: { ...list, path: '/crate/{parentId}/labels' },
        capability: {
          kind: 'membership',
          field: 'colours',
          addBatch: 2,
          remove: { kind: 'each', path: '/crate/{parentId}/labels/{id}' },
        },
      },
    },
    lines: [
      '3 GET /crate/{parentId}/labels',
      '2 GET /colour',
      '2 POST /crate/{parentId}/labels',
      '1 GET /crate',
      '1 DELETE /crate/{parentId}/labels/{id}',
    ],
  },
];

describe('the forecast', () => {
  it.each(rows)('$name', ({ given, change, lines }) => {
    expect(linesOf(costOf(given, change)).toSorted()).toEqual(lines.toSorted());
  });

  it('reads what goes with a deletion, and asks what the platform wants to see first', () => {
    const live = { crate: crates.slice(0, 1) };
    const cost = costOf(
      { live, actions: [remove('crate', 'C0')] },
      { crate: { delete: { path: '/crate/{id}', first: { size: 0 } } } },
    );
    const lines = linesOf(cost);
    expect(lines).toContain('1 DELETE /crate/{id}');
    expect(lines).toContain('1 PUT /crate/{id}');
    expect(lines).toContain('1 GET /lock');
  });

  it('adds up, and tells minutes at what the budget leaves', () => {
    const given = { live: { crate: crates }, actions: [ensure('crate', 'C0', { size: 2 })] };
    const cost = costOf({ ...given, extra: { budget: { requestsPerMinute: 30, reserve: 10 } } });
    expect(cost.requests).toBe(cost.endpoints.reduce((sum, { requests }) => sum + requests, 0));
    expect(cost).toMatchObject({ requestsPerMinute: 20, minutes: cost.requests / 20 });
    expect(costOf(given).minutes).toBeUndefined();
  });

  it('is no part of the decision', () => {
    const given = { live: { crate: crates }, actions: [ensure('crate', 'C0', { size: 2 })] };
    const digestAt = (requestsPerMinute: number): string =>
      planOf({ ...given, extra: { budget: { requestsPerMinute, reserve: 0 } } }, proposeChanges).plan.decisionDigest;
    expect(digestAt(10)).toBe(digestAt(1_000));
  });
});
