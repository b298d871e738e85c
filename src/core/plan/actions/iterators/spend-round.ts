import type { ForEachAction, ForEachValueAction } from '../../../changeset/action.ts';
import { describeAction } from '../../../changeset/describe-action.ts';
import { planErrorCodes } from '../../../errors.ts';
import { SignalboxError } from '../../../error.ts';
import type { World } from '../../world/world.ts';

/** Rounds that all iterators of a plan with actions inside may make together. */
const maxRounds = 100_000;

/** Counts a round; throws SB1041, which ends the plan, when iterators inside each other multiply beyond reason. */
export function spendRound(world: World, action: ForEachAction | ForEachValueAction): void {
  world.roundsMade += 1;
  if (world.roundsMade <= maxRounds) return;
  const { file, line } = action.source;
  throw new SignalboxError({
    code: 'SB1041',
    message: `${describeAction(action)} was stopped after ${maxRounds} rounds of all iterators.`,
    remedy: planErrorCodes.SB1041.remedy,
    context: { file, ...(line === undefined ? {} : { fileLine: line }) },
  });
}
