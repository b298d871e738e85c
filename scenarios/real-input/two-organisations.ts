import { expect } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import type { Artifact } from '../../src/core/index.ts';
import type { Plan } from '../../src/core/plan/index.ts';
import { deploy, simulate, type RunReport } from '../../src/engine/index.ts';
import { exportOrganisation, type ExportedOrganisation } from '../../src/engine/export/index.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import { openTestStore } from '../../src/store/testing/index.ts';
import {
  addSimulated,
  contentFormats,
  createFastClock,
  createSimulated,
  openPlatform,
  portsOf,
  requestOf,
  type SimulatedOrganisation,
} from '../world/index.ts';
import type { BuiltProject, EnvironmentDraft } from './project-draft.ts';
import { environmentIds } from './substitutions.ts';

/** Two simulated organisations over HTTP, with one PostgreSQL store for both. */
export interface TwoOrganisations {
  readonly simulator: Simulator;
  readonly environments: readonly (EnvironmentDraft & { readonly name: OrganisationName })[];
  readonly deployTo: (name: OrganisationName, project: BuiltProject) => Promise<RunReport>;
  /** The plan that the artifact has now, by someone who remembers nothing of its deployment. */
  readonly planFor: (name: OrganisationName, project: BuiltProject) => Promise<Plan>;
  readonly exportFrom: (name: OrganisationName) => Promise<ExportedOrganisation>;
  readonly close: () => Promise<void>;
}

/** The first organisation and the one that is promoted to. */
export type OrganisationName = 'first' | 'second';

/** Every client's and the simulator's time passes ten times faster, so that nobody waits for publish jobs. */
const factor = 10;

/** Opens them, empty. */
export async function openTwoOrganisations(): Promise<TwoOrganisations> {
  const clock = createFastClock({ epoch: Date.now(), factor });
  const { simulator, organisation: first } = createSimulated(clock, 'first');
  const organisations: Readonly<Record<OrganisationName, SimulatedOrganisation>> = {
    first,
    second: addSimulated(simulator, 'second'),
  };
  const listening = await simulator.listen({ port: 0 });
  const { store, close } = await openTestStore();
  const open = (name: OrganisationName) =>
    openPlatform({ organisation: organisations[name], url: listening.url, clock });
  const platforms = { first: open('first'), second: open('second') };
  let runs = 0;
  return {
    simulator,
    environments: (['first', 'second'] as const).map((name, index) => ({
      name,
      organisationId: organisations[name].id,
      values: environmentIds(index + 1),
    })),
    deployTo: (name, project) => {
      const ports = portsOf(
        { platform: platforms[name], store, clock },
        { process: `run${(runs += 1)}`, concurrency: 8 },
      );
      return deploy(ports, {
        ...requestOf(artifactIn(project), rulesIn(project, name).rules),
        environmentDigest: rulesIn(project, name).digest,
      });
    },
    planFor: async (name, project) => {
      const { rules, digest } = rulesIn(project, name);
      const request = {
        artifact: artifactIn(project),
        environment: rules,
        environmentDigest: digest,
        catalogue,
        contentFormats,
      };
      const { plan } = await simulate(
        { reader: platforms[name], clock },
        { ...request, baseline: { environment: name, entries: {} } },
      );
      return plan;
    },
    exportFrom: (name) =>
      exportOrganisation(
        { reader: platforms[name], clock },
        { catalogue, organisationId: organisations[name].id, modes: {}, pins: [] },
      ),
    close: async () => {
      await listening.close();
      await close();
    },
  };
}

/**
 * Deploys the project, exports, and plans again as somebody who remembers nothing: nothing may be left to do. Gives the
 * export.
 */
export async function carryTo(
  world: TwoOrganisations,
  name: OrganisationName,
  project: BuiltProject,
): Promise<ExportedOrganisation> {
  expect(project.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const report = await world.deployTo(name, project);
  expect(
    report.steps.flatMap(({ address, error }) => (error === undefined ? [] : [`${address}: ${error.message}`])),
  ).toEqual([]);
  expect(report).toMatchObject({ ending: 'succeeded', findings: [] });
  const exported = await world.exportFrom(name);
  const plan = await world.planFor(name, project);
  expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(plan.steps.filter(({ kind }) => kind !== 'noop').map(({ address }) => address)).toEqual([]);
  return exported;
}

function artifactIn({ artifact, diagnostics }: BuiltProject): Artifact {
  if (artifact === undefined) throw new Error(diagnostics.map(({ code, summary }) => `${code} ${summary}`).join('\n'));
  return artifact;
}

function rulesIn({ environments }: BuiltProject, name: string): BuiltProject['environments'][number] {
  const found = environments.find(({ rules }) => rules.name === name);
  if (found === undefined) throw new Error(`the project has no environment ${name}`);
  return found;
}
