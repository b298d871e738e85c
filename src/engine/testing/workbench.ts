import {
  type Action,
  type Artifact,
  type ChangeTest,
  type EnvironmentRules,
  type Json,
  type JsonObject,
  digestJson,
} from '../../core/index.ts';
import type { DeployRequest } from '../deploy/index.ts';
import type { DeployPorts } from '../run/index.ts';
import type { Store } from '../ports.ts';
import { createFakeOrganisation, type FakeOrganisation } from './fake-platform.ts';
import { fakeCatalogue, fakeContentFormats } from './fake-types.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import { createVirtualClock, type VirtualClock } from '../memory/virtual-clock.ts';

const source = { file: 'changesets/test.yaml', line: 1 };

/** The rules of the environment `test`, pinned to the fake organisation. */
export const testEnvironment: EnvironmentRules = {
  name: 'test',
  organisationId: 'org-1',
  region: 'fake',
  protected: false,
  values: {},
  mappings: [],
  pins: [],
  labels: [],
  ownership: [],
  modes: {},
  limits: { maxObjects: 1_000, maxDeletes: 100 },
  onFailure: 'compensate',
};

/** An artifact of these actions. */
export function artifactOf(
  actions: readonly Action[],
  options: {
    readonly tests?: readonly ChangeTest[];
    readonly contents?: Artifact['contents'];
    readonly name?: string;
  } = {},
): Artifact {
  const metadata = {
    name: options.name ?? 'change',
    owner: 'dana@example.com',
    reason: 'a test',
    workItem: 'T-1',
    lane: 'normal' as const,
  };
  const body = {
    apiVersion: 'signalbox/v1' as const,
    kind: 'Artifact' as const,
    changeset: { metadata, inputs: {}, actions, tests: options.tests ?? [] },
    contents: options.contents ?? {},
  };
  return { ...body, digest: digestJson(JSON.parse(JSON.stringify(body)) as Json) };
}

/** `ensure` of `type/key`. */
export function ensure(type: string, key: string | readonly string[], set: JsonObject = {}): Action {
  return { kind: 'ensure', source, target: { type, key: typeof key === 'string' ? [key] : key }, set };
}

/** `delete` of `type/key`. */
export function remove(type: string, key: string): Action {
  return { kind: 'delete', source, target: { type, key: [key] } };
}

/** `rename` of `type/key`. */
export function rename(type: string, key: string, to: string): Action {
  return { kind: 'rename', source, target: { type, key: [key] }, to };
}

/** A portable reference. */
export function ref(address: string): Json {
  return { $ref: address };
}

/** A test of the changeset. */
export function assertion(name: string, assert: string): ChangeTest {
  return { name, assert, source };
}

/** A clock, a store and an organisation to deploy to. */
export interface Workbench {
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly organisation: FakeOrganisation;
  /** Fresh ports, as a new process would have. */
  readonly ports: (change?: Partial<DeployPorts>) => DeployPorts;
  readonly request: (artifact: Artifact, change?: Partial<DeployRequest>) => DeployRequest;
}

/** An empty workbench. */
export function createWorkbench(options: { readonly lagMs?: number } = {}): Workbench {
  const clock = createVirtualClock();
  const store = createMemoryStore(clock);
  const organisation = createFakeOrganisation(clock, options);
  let ids = 0;
  let processes = 0;
  return {
    clock,
    store,
    organisation,
    ports: (change = {}) => ({
      platform: organisation.platform,
      store,
      clock,
      ids: { next: (prefix) => `${prefix}_${String((ids += 1)).padStart(4, '0')}` },
      emit: () => undefined,
      leasing: { holder: `process ${(processes += 1)}`, ttlMs: 60_000, requestTimeoutMs: 30_000 },
      ...change,
    }),
    request: (artifact, change = {}) => ({
      artifact,
      environment: testEnvironment,
      environmentDigest: 'sha256:environment',
      catalogue: fakeCatalogue,
      contentFormats: fakeContentFormats,
      startedBy: 'dana',
      ...change,
    }),
  };
}
