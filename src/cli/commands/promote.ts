import { resolve } from 'node:path';
import { findDeployed, type Run } from '../../engine/index.ts';
import { readArtifact, readOrigin } from '../../project/index.ts';
import type { OpenStore } from '../../store/index.ts';
import type { PromoteOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { FoundChange } from '../wiring/artifacts.ts';
import { withStore } from '../wiring/stores.ts';
import { openWorkspace, type Workspace } from '../wiring/workspace.ts';
import { deployArtifact } from './deploy.ts';

/** `signalbox promote`: deploys exactly what succeeded in the environment before, never a new build. */
export async function runPromote(context: CommandContext, options: PromoteOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.to);
  const change = await withStore(context, (store) =>
    findProven(store, workspace, { ...options, cwd: context.terminal.cwd }),
  );
  return deployArtifact(context, environment, change, options);
}

/** The artifact, once it succeeded in the last environment before that it is for. SB6005 unknown, SB6006 not proven. */
async function findProven(
  store: OpenStore,
  workspace: Workspace,
  options: PromoteOptions & { readonly cwd: string },
): Promise<FoundChange> {
  const before = workspace.loaded.project.environments.slice(
    0,
    Math.max(0, workspace.loaded.project.environments.indexOf(options.to)),
  );
  if (before.length === 0)
    throw cliError('SB6006', `${options.to} is the first environment; nothing comes before it`, {
      remedy: 'Use signalbox deploy for the first environment.',
    });
  const change = await findChosen(store, options, before);
  const { artifact } = change;
  const stages = before.filter((name) => artifact.changeset.environments?.includes(name) ?? true);
  const last = stages.at(-1);
  if (last === undefined) return change;
  const deployed = await findDeployed(store, last, artifact.digest);
  if (deployed?.state === 'succeeded') return change;
  const what = `${artifact.changeset.metadata.name} (artifact ${artifact.digest.slice('sha256:'.length, 19)})`;
  throw cliError(
    'SB6006',
    deployed === undefined ? `${what} has not succeeded in ${last}` : `${what} is held half-way in ${last}`,
    deployed === undefined
      ? {}
      : { remedy: `Settle run ${deployed.id} in ${last} first: signalbox show says where it stands.` },
  );
}

/** A file says itself what it is; a digest or a name means the newest deployment before this environment. */
async function findChosen(
  store: OpenStore,
  { change, cwd }: { readonly change: string; readonly cwd: string },
  before: readonly string[],
): Promise<FoundChange> {
  if (change.endsWith('.json')) {
    const artifact = readArtifact(resolve(cwd, change));
    return { artifact, origin: readOrigin(resolve(cwd, change), artifact) };
  }
  for (const environment of before.toReversed()) {
    const runs = await store.listRuns({ environment, states: ['succeeded'] });
    const found = runs.find((run) => run.kind === 'deploy' && isMeant(run, change));
    if (found !== undefined) return { artifact: found.artifact, origin: found.plan.origin };
  }
  throw cliError('SB6006', `Nothing called ${change} was deployed to ${before.join(' or ')}`);
}

function isMeant({ plan }: Run, change: string): boolean {
  const digits = change.replace(/^sha256:/u, '');
  return plan.changeset === change || (digits.length >= 8 && plan.artifactDigest.startsWith(`sha256:${digits}`));
}
