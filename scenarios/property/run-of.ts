import fc from 'fast-check';
import { SignalboxError } from '../../src/core/index.ts';
import { deploy } from '../../src/engine/index.ts';
import { createInProcessWorld, stateAfter, type InProcessOptions, type World } from '../world/index.ts';
import { randomNumbers, type Disturbance } from './disturbance.ts';
import { playDisturbed, type Undisturbed } from './play.ts';
import type { RandomChange } from './random-change.ts';

/** How often runs ended how. */
export type Endings = Record<string, number>;

/** Plays a change undisturbed to know what is right, then disturbed on a world of its own. */
export async function runOf(
  change: RandomChange,
  disturbance: Disturbance,
  open: (options: InProcessOptions) => Promise<World>,
): Promise<string> {
  const state = await stateAfter(change.before);
  const undisturbed = await playUndisturbed(change, state);
  fc.pre(undisturbed !== undefined);
  const random = randomNumbers(disturbance.seed);
  const { lagMs, auditLagMs } = disturbance;
  const settings = { consistencyLagMs: lagMs, auditLagMs };
  const world = await open({ state, settings, random, latency: () => 5 + random() * 200 });
  try {
    return await playDisturbed(world, change, undisturbed, disturbance);
  } finally {
    await world.close();
  }
}

/** Undefined when the change makes no sense for what is there, so that it is refused. */
async function playUndisturbed(
  change: RandomChange,
  state: InProcessOptions['state'],
): Promise<Undisturbed | undefined> {
  const plain = createInProcessWorld({ state });
  const before = await plain.canonical();
  try {
    const report = await deploy(plain.process({ process: 'plain' }), plain.request(change.change));
    if (report.ending !== 'succeeded') throw new Error(`undisturbed it ended ${report.ending}: ${report.outcome}`);
    return { before, after: await plain.canonical() };
  } catch (error) {
    if (error instanceof SignalboxError && error.code === 'SB3006') return undefined;
    throw error;
  }
}
