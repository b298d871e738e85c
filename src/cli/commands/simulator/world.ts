import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OrganisationSeed } from '../../../simulator/index.ts';
import { cliError } from '../../errors.ts';

/** What a world starts with: organisations as the simulator is seeded with. */
export interface World {
  readonly seed?: string;
  readonly organisations: readonly OrganisationSeed[];
}

/**
 * The world that `--world` asks for: a size such as `small` or `12000-objects`, which fills the first of the usual three
 * organisations; a JSON file; or, without it, the usual three, empty. SB6001 when the file can not be used.
 */
export async function chooseWorld(
  cwd: string,
  wish: { readonly world?: string; readonly seed?: string },
  sizeOf: (text: string) => number | undefined,
): Promise<World> {
  const seed = wish.seed === undefined ? {} : { seed: wish.seed };
  if (wish.world === undefined) return { ...usualWorld, ...seed };
  const objects = sizeOf(wish.world);
  if (objects === undefined && /^\d+-objects$/u.test(wish.world)) throw unbuildable(wish.world);
  if (objects === undefined) return { ...(await readWorld(resolve(cwd, wish.world))), ...seed };
  const contents = { objects, seed: wish.seed ?? 'signalbox' };
  const organisations = usualWorld.organisations.map((one, index) => (index === 0 ? { ...one, contents } : one));
  return { ...seed, organisations };
}

/** An empty organisation with a client that reads, one that may do everything, and a person. */
export function usualOrganisation(name: string) {
  const reading = { id: `${name}-read`, secret: `${name}-read-secret` };
  return {
    name,
    clients: [
      { ...reading, permissions: ['*:*:view', 'architect:jobExport:create'] },
      { id: `${name}-write`, secret: `${name}-write-secret` },
    ],
    humans: [{ name: 'Robin Admin', email: `robin@${name}.example` }],
  } satisfies OrganisationSeed;
}

const usualWorld: World = { organisations: ['dev', 'uat', 'prod'].map(usualOrganisation) };

function unbuildable(size: string): Error {
  return cliError('SB6001', `A world of ${size} can not be made up`, {
    remedy: 'Ask for 250-objects to 9999999-objects, or for small, medium or large.',
  });
}

async function readWorld(path: string): Promise<World> {
  try {
    const world = JSON.parse(await readFile(path, 'utf8')) as Partial<World>;
    if (!Array.isArray(world.organisations)) throw new SyntaxError('it has no list of organisations');
    return world as World;
  } catch (error) {
    const remedy =
      'Give a size (small, medium, large or 12000-objects), or a file with { "organisations": [{ "name": "dev", "clients": [{ "id": "…", "secret": "…" }] }] }.';
    throw cliError(
      'SB6001',
      `The world ${path} can not be used: ${error instanceof Error ? error.message : String(error)}`,
      { remedy, cause: error },
    );
  }
}
