import { catalogue } from '../../src/catalog/index.ts';
import type { Artifact } from '../../src/core/index.ts';
import type { Plan } from '../../src/core/plan/index.ts';
import { deploy, rollback, simulate, type PlatformReader, type RunReport } from '../../src/engine/index.ts';
import { exportOrganisation, type PortableDocument } from '../../src/engine/export/index.ts';
import { connectSdk } from '../conformance/sdk-client.ts';
import { contentFormats, createInProcessWorld } from '../world/index.ts';

/** One organisation that the official SDK fills over HTTP and our engine works on in process. */
export interface LawWorld {
  readonly platform: PlatformReader;
  /** Its documents of one type, as an export gives them. */
  readonly documentsOf: (type: string) => Promise<readonly PortableDocument[]>;
  readonly deploy: (artifact: Artifact) => Promise<RunReport>;
  /** What would be left to do, to somebody who remembers nothing of a deployment. */
  readonly plan: (artifact: Artifact) => Promise<Plan>;
  readonly rollBack: (artifact: Artifact, runId: string) => Promise<RunReport>;
  readonly close: () => Promise<void>;
}

/** Opens it, empty, with every type managed. */
export async function openLawWorld(): Promise<LawWorld> {
  const modes = Object.fromEntries(catalogue.types.map((type) => [type, 'manage' as const]));
  const world = createInProcessWorld({ environment: { modes } });
  const { clientId, clientSecret, id: organisationId } = world.organisation;
  const listening = await world.simulator.listen({ port: 0 });
  await connectSdk(listening.port, { id: clientId, secret: clientSecret });
  let runs = 0;
  const ports = () => world.process({ process: `law${(runs += 1)}` });
  const { platform } = ports();
  const facts = { environment: world.environment, environmentDigest: 'sha256:scenario', catalogue, contentFormats };
  return {
    platform,
    documentsOf: async (type) => {
      const request = { catalogue, organisationId, modes, pins: [], only: [type] };
      return (await exportOrganisation({ reader: platform, clock: world.clock }, request)).documents;
    },
    deploy: (artifact) => deploy(ports(), world.request(artifact)),
    plan: async (artifact) => {
      const baseline = { environment: world.environment.name, entries: {} };
      return (await simulate({ reader: platform, clock: world.clock }, { ...facts, artifact, baseline })).plan;
    },
    rollBack: (artifact, runId) => rollback(ports(), { ...world.request(artifact), runId }),
    close: () => listening.close(),
  };
}
