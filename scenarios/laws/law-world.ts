import { catalogue } from '../../src/catalog/index.ts';
import type { Artifact } from '../../src/core/index.ts';
import type { Plan } from '../../src/core/plan/index.ts';
import type { DriftReport } from '../../src/core/drift/index.ts';
import { detectDrift } from '../../src/engine/drift/index.ts';
import { createMemoryStore } from '../../src/engine/testing/index.ts';
import { deploy, rollback, simulate, type DeployPorts, type RunReport } from '../../src/engine/index.ts';
import { exportOrganisation, type PortableDocument } from '../../src/engine/export/index.ts';
import { callSdk, connectSdk, signInSdk } from '../conformance/sdk-client.ts';
import { deployCounted, type Forecast } from './forecasts.ts';
import {
  contentFormats,
  createInProcessExchange,
  createInProcessWorld,
  inProcessUrl,
  openPlatform,
  portsOf,
  type World,
} from '../world/index.ts';

/** One organisation that the official SDK fills over HTTP and our engine works on in process. */
export interface LawWorld {
  /** Its documents of one type, as an export gives them. */
  readonly documentsOf: (type: string) => Promise<readonly PortableDocument[]>;
  readonly deploy: (artifact: Artifact) => Promise<RunReport>;
  /** Of all those deployments, oldest first. */
  readonly forecasts: () => readonly Forecast[];
  /** What would be left to do, to somebody who remembers nothing of a deployment. */
  readonly plan: (artifact: Artifact) => Promise<Plan>;
  readonly rollBack: (artifact: Artifact, runId: string) => Promise<RunReport>;
  /** Deploys as somebody else's program, of which our store knows nothing. */
  readonly editAsStranger: (artifact: Artifact) => Promise<RunReport>;
  readonly drift: () => Promise<DriftReport>;
  /** Gives the SDK a new token: on this clock a day passes quickly. */
  readonly signIn: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const strangerName = 'Night shift script';

/** Audits become visible a little later than what they tell of. */
const auditPatienceMs = 120_000;

/** What passes in each 20 ms on the clock: jobs must end that were started through the SDK, which never sleeps. */
const passingMs = 250;

/** Opens it, empty, with every type managed. */
export async function openLawWorld(): Promise<LawWorld> {
  const modes = Object.fromEntries(catalogue.types.map((type) => [type, 'manage' as const]));
  const world = createInProcessWorld({ environment: { modes } });
  const { clientId, clientSecret, id: organisationId } = world.organisation;
  const listening = await world.simulator.listen({ port: 0 });
  await connectSdk(listening.port, { id: clientId, secret: clientSecret });
  const stranger = await openStranger(world);
  const passing = setInterval(() => void world.clock.sleep(passingMs), 20);
  const forecasts: Forecast[] = [];
  let runs = 0;
  const ports = () => world.process({ process: `law${(runs += 1)}` });
  const { platform } = ports();
  const later = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    await world.clock.sleep(auditPatienceMs);
    return act();
  };
  const facts = { environment: world.environment, environmentDigest: 'sha256:scenario', catalogue, contentFormats };
  return {
    documentsOf: async (type) => {
      const request = { catalogue, organisationId, modes, pins: [], only: [type] };
      return (await exportOrganisation({ reader: platform, clock: world.clock }, request)).documents;
    },
    deploy: (artifact) => later(() => deployCounted(world, forecasts, ports(), world.request(artifact))),
    forecasts: () => forecasts,
    plan: async (artifact) => {
      const baseline = { environment: world.environment.name, entries: {} };
      return (await simulate({ reader: platform, clock: world.clock }, { ...facts, artifact, baseline })).plan;
    },
    rollBack: (artifact, runId) => later(() => rollback(ports(), { ...world.request(artifact), runId })),
    editAsStranger: (artifact) => later(() => deploy(stranger((runs += 1)), world.request(artifact))),
    drift: async () => {
      await world.clock.sleep(auditPatienceMs);
      return detectDrift(
        { reader: platform, store: world.store, clock: world.clock },
        { environment: world.environment, catalogue },
      );
    },
    signIn: () => signInSdk({ id: clientId, secret: clientSecret }),
    close: () => {
      clearInterval(passing);
      return listening.close();
    },
  };
}

/** A second OAuth client that may do everything, with a store of its own. */
async function openStranger({ clock, organisation, simulator }: World): Promise<(run: number) => DeployPorts> {
  const roles = await callSdk('getAuthorizationRoles', { name: 'Master Admin', pageSize: 100 });
  const role = (roles.body as { readonly entities: readonly { readonly id: string }[] }).entities[0];
  const created = await callSdk('postOauthClients', {
    body: {
      name: strangerName,
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId: role?.id ?? '', divisionId: '*' }],
    },
  });
  const { id, secret } = created.body as { readonly id: string; readonly secret: string };
  const send = createInProcessExchange(simulator, { clock, timeoutMs: 30_000 });
  const platform = openPlatform({
    organisation: { ...organisation, clientId: id, clientSecret: secret },
    url: inProcessUrl,
    clock,
    intercept: () => send,
  });
  return (run) => portsOf({ platform, store: createMemoryStore(clock), clock }, { process: `stranger${run}` });
}
