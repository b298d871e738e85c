import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OrganisationSeed, Simulator } from '../../simulator/index.ts';
import type { SimulatorOptions } from '../arguments/trying.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';

/** What `--world` holds: organisations as the simulator is seeded with. */
interface WorldFile {
  readonly seed?: string;
  readonly organisations: readonly OrganisationSeed[];
}

/** `signalbox simulator`: serves a simulated Genesys Cloud until a signal ends it. */
export async function runSimulator(context: CommandContext, options: SimulatorOptions): Promise<ExitCode> {
  const world =
    options.world === undefined ? defaultWorld : await readWorld(resolve(context.terminal.cwd, options.world));
  const { createSimulator } = await import('../../simulator/index.ts');
  const simulator = createSimulator({
    ...(world.seed === undefined ? {} : { seed: world.seed }),
    organisations: limited(world.organisations, options.rateLimit),
  });
  const listening = await simulator.listen({ port: options.port, host: options.host });
  context.terminal.write(describeWorld(simulator, world, listening.url));
  await stopped(context.terminal.stop);
  await listening.close();
  return exitCodes.fine;
}

const defaultWorld: WorldFile = {
  organisations: ['dev', 'uat', 'prod'].map((name) => ({
    name,
    clients: [
      { id: `${name}-read`, secret: `${name}-read-secret`, permissions: ['*:*:view', 'architect:jobExport:create'] },
      { id: `${name}-write`, secret: `${name}-write-secret` },
    ],
    humans: [{ name: 'Robin Admin', email: `robin@${name}.example` }],
  })),
};

async function readWorld(path: string): Promise<WorldFile> {
  try {
    const world = JSON.parse(await readFile(path, 'utf8')) as Partial<WorldFile>;
    if (!Array.isArray(world.organisations)) throw new SyntaxError('it has no list of organisations');
    return world as WorldFile;
  } catch (error) {
    const remedy =
      'Write { "organisations": [{ "name": "dev", "clients": [{ "id": "…", "secret": "…" }] }] } and try again.';
    throw cliError(
      'SB6001',
      `The world ${path} can not be used: ${error instanceof Error ? error.message : String(error)}`,
      { remedy, cause: error },
    );
  }
}

function limited(
  organisations: readonly OrganisationSeed[],
  rateLimit: number | undefined,
): readonly OrganisationSeed[] {
  if (rateLimit === undefined) return organisations;
  return organisations.map((seed) => ({ ...seed, settings: { ...seed.settings, rateLimitPerMinute: rateLimit } }));
}

/** The simulated clients' secrets are made up, open nothing, and are needed to use it: they are shown. */
function describeWorld(simulator: Simulator, world: WorldFile, url: string): string {
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
    'SDKs and the Terraform provider use their gateway settings. Ctrl-C ends it; nothing is kept.',
    '',
  ].join('\n');
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolvePromise) => {
    if (signal.aborted) resolvePromise();
    else signal.addEventListener('abort', () => resolvePromise(), { once: true });
  });
}
