import { resolve } from 'node:path';
import { catalogue } from '../../../catalog/index.ts';
import type { OrganisationSeed, Simulator } from '../../../simulator/index.ts';
import { replayToHuman } from '../../../views/index.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { createHurryingClock, findSources, replayInto, type ReplaySource } from '../../replay/index.ts';
import { withProgress } from '../../terminal/progress.ts';
import { contentFormats } from '../../wiring/content-formats.ts';
import { machineIds } from '../../wiring/machine.ts';
import { refuseErrors } from '../../wiring/workspace.ts';
import { usualOrganisation, type World } from './world.ts';

/** What is to be replayed. */
export interface ReplayWish {
  readonly from: string;
  readonly seed?: string;
  readonly rateLimit?: number;
  readonly world?: string;
  readonly load?: string;
}

/**
 * A simulator with the organisations that a folder describes, and says what became of each. Errors: SB6001, SB6010 when
 * files have errors, SB6022, SB6023.
 */
export async function replayFolder(
  context: CommandContext,
  wish: ReplayWish,
  limited: (organisations: readonly OrganisationSeed[], rateLimit: number | undefined) => readonly OrganisationSeed[],
): Promise<{ readonly simulator: Simulator; readonly world: World }> {
  if (wish.world !== undefined || wish.load !== undefined)
    throw cliError('SB6001', '--from brings its own organisations: leave --world and --load out');
  const { sources, diagnostics } = findSources(resolve(context.terminal.cwd, wish.from), catalogue);
  refuseErrors(context, diagnostics);
  const { createSimulator } = await import('../../../simulator/index.ts');
  const clock = createHurryingClock();
  const organisations = limited(sources.map(seedOf), wish.rateLimit);
  const simulator = createSimulator({ ...(wish.seed === undefined ? {} : { seed: wish.seed }), clock, organisations });
  for (const source of sources) {
    const client = usualOrganisation(source.name).clients[1] ?? { id: '', secret: '' };
    const place = { simulator, organisation: source.name, client, clock, ids: machineIds, catalogue, contentFormats };
    const result = await withProgress(context, `rebuilding ${source.name}`, (emit) =>
      replayInto({ ...place, emit }, source),
    );
    context.terminal.write(`${replayToHuman({ ...context.screen, unfolded: context.verbose }, result)}\n`);
  }
  clock.arrive();
  return { simulator, world: { organisations } };
}

/** With the id that the environment's file pins, so that the project can be used as it is but for its connection. */
function seedOf({ name, rules }: ReplaySource): OrganisationSeed {
  return { ...usualOrganisation(name), ...(rules === undefined ? {} : { id: rules.organisationId }) };
}
