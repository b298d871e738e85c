import { deploy, rollback, type DeployPorts, type RunReport } from '../../src/engine/index.ts';
import type { FaultRule, OrganisationHandle } from '../../src/simulator/index.ts';
import { contentFormats, requestOf } from '../world/ports.ts';
import { catalogue } from '../../src/catalog/index.ts';
import type { EnvironmentRules } from '../../src/core/index.ts';
import { change } from './story.ts';

/** What a process does until it ends or dies. */
export interface Act {
  readonly name: string;
  /** What another process did to completion before. */
  readonly first?: ((ports: DeployPorts, environment: EnvironmentRules) => Promise<RunReport>) | undefined;
  readonly perform: (ports: DeployPorts, environment: EnvironmentRules) => Promise<RunReport>;
  /** What goes wrong for good while it runs. */
  readonly fault?: ((organisation: OrganisationHandle) => FaultRule) | undefined;
  readonly ending: RunReport['ending'];
}

const deployChange: Act['perform'] = (ports, environment) => deploy(ports, requestOf(change, environment));

const inWaves = {
  windows: [],
  freezes: [],
  lanes: { standard: { passes: [], preApproved: [] }, emergency: { passes: [] } },
  waves: { sizes: [{ objects: 2 }], pauseMinutes: 1 },
  whenTimeIsUp: 'hold',
} as const;

/** A deployment that goes through, one that is taken back half-way, and a rollback. */
export const acts = {
  deployment: { name: 'a deployment', perform: deployChange, ending: 'succeeded' },
  waves: {
    name: 'a deployment in waves with pauses',
    perform: (ports, environment) => deploy(ports, requestOf(change, { ...environment, gates: inWaves })),
    ending: 'succeeded',
  },
  compensation: {
    name: 'a deployment that fails at its last step and is taken back',
    perform: deployChange,
    fault: (organisation) => refusedDeletion(`/api/v2/routing/wrapupcodes/${idOfCode(organisation, 'Unused')}`),
    ending: 'compensated',
  },
  hold: {
    name: 'a deployment that fails and can not be taken back either',
    perform: deployChange,
    fault: () => refusedDeletion('/api/v2/routing/wrapupcodes/{codeId}'),
    ending: 'held',
  },
  rollback: { name: 'a rollback', first: deployChange, perform: rollBack, ending: 'succeeded' },
} satisfies Readonly<Record<string, Act>>;

async function rollBack(ports: DeployPorts, environment: EnvironmentRules): Promise<RunReport> {
  const [run] = await ports.store.listRuns({ environment: environment.name, limit: 1 });
  return rollback(ports, {
    runId: run?.id ?? '',
    environment,
    environmentDigest: 'sha256:scenario',
    catalogue,
    contentFormats,
    startedBy: 'dana@example.com',
  });
}

function refusedDeletion(path: string): FaultRule {
  const fault = { kind: 'status', status: 400, code: 'bad.request', message: 'This wrap-up code is in use.' } as const;
  return { method: 'DELETE', path, times: 0, fault };
}

function idOfCode(organisation: OrganisationHandle, name: string): string {
  return organisation.entities('routing_wrapupcode').find((code) => code['name'] === name)?.id ?? '';
}
