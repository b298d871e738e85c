import type { OrganisationSeed, Simulator } from '../../simulator/index.ts';
import type { SimulatorOptions } from '../arguments/trying.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { listenAsAsked, loadState, saveState } from './simulator/files.ts';
import { replayFolder } from './simulator/replay-folder.ts';
import { chooseWorld, type World } from './simulator/world.ts';

/** `signalbox simulator`: serves a simulated Genesys Cloud until a signal ends it. */
export async function runSimulator(context: CommandContext, options: SimulatorOptions): Promise<ExitCode> {
  const { cwd, stop, write } = context.terminal;
  const { simulator, world } = await startSimulator(context, options);
  const listening = await listenAsAsked(cwd, simulator, options);
  write(describeWorld(simulator, world, { url: listening.url, kept: options.save }));
  await stopped(stop);
  await listening.close();
  if (options.save !== undefined) await saveState(cwd, simulator, options.save);
  return exitCodes.fine;
}

/** The simulator with what it starts with: a made-up or described world, a saved state, or the organisations of an export. */
async function startSimulator(
  context: CommandContext,
  options: SimulatorOptions,
): Promise<{ readonly simulator: Simulator; readonly world: World }> {
  if (options.from !== undefined) return replayFolder(context, { ...options, from: options.from }, limited);
  const { cwd } = context.terminal;
  const { createSimulator, worldSize } = await import('../../simulator/index.ts');
  const world = await chooseWorld(cwd, options, worldSize);
  const simulator = createSimulator({
    ...(world.seed === undefined ? {} : { seed: world.seed }),
    organisations: limited(world.organisations, options.rateLimit),
  });
  if (options.load !== undefined) await loadState(cwd, simulator, options.load);
  return { simulator, world };
}

function limited(
  organisations: readonly OrganisationSeed[],
  rateLimit: number | undefined,
): readonly OrganisationSeed[] {
  if (rateLimit === undefined) return organisations;
  return organisations.map((seed) => ({ ...seed, settings: { ...seed.settings, rateLimitPerMinute: rateLimit } }));
}

/** The simulated clients' secrets are made up, open nothing, and are needed to use it: they are shown. */
function describeWorld(
  simulator: Simulator,
  world: World,
  { url, kept }: { readonly url: string; readonly kept: string | undefined },
): string {
  const organisations = simulator.organisations().flatMap(({ name, id }) => {
    const clients = world.organisations.find((seed) => seed.name === name)?.clients ?? [];
    return [`  ${name}  id ${id}`, ...clients.map((client) => `    client ${client.id}  secret ${client.secret}`)];
  });
  return [
    `Simulated Genesys Cloud at ${url}`,
    ...organisations,
    '',
    'In environments/*.yaml:',
    `  connection: { apiUrl: ${url}, loginUrl: ${url} }`,
    'SDKs and the Terraform provider use their gateway settings.',
    `Ctrl-C ends it; ${kept === undefined ? 'nothing is kept' : `its state is then saved to ${kept}`}.`,
    '',
  ].join('\n');
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolvePromise) => {
    if (signal.aborted) resolvePromise();
    else signal.addEventListener('abort', () => resolvePromise(), { once: true });
  });
}
