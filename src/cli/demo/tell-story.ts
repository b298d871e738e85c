import type { DemoOptions } from '../arguments/trying.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { dieInProd } from './acts/die-in-prod.ts';
import { editByHand } from './acts/edit-by-hand.ts';
import { failInUat } from './acts/fail-in-uat.ts';
import { promoteToUat } from './acts/promote-to-uat.ts';
import { resumeProd } from './acts/resume-prod.ts';
import { rollBackProd } from './acts/roll-back-prod.ts';
import { setUp } from './acts/set-up.ts';
import { tryInDev } from './acts/try-in-dev.ts';
import { describeKept } from './kept.ts';
import { openStage, type Stage } from './stage.ts';

/** Tells the whole story; SB6021 at the first claim that does not hold. */
export async function tellStory(context: CommandContext, options: DemoOptions): Promise<ExitCode> {
  const startedAt = Date.now();
  const keep = options.keep === true;
  const stage = await openStage(context);
  try {
    await play(stage);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    stage.narrator.heading('Done');
    stage.narrator.say(`Every claim was checked against the organisations. It took ${seconds} seconds.`);
    return exitCodes.fine;
  } finally {
    const isKept = keep && !stage.stop.aborted;
    await stage.close(isKept);
    if (isKept) context.terminal.write(describeKept(stage));
  }
}

async function play(stage: Stage): Promise<void> {
  await setUp(stage);
  const change = await tryInDev(stage);
  await failInUat(stage, change);
  await promoteToUat(stage, change);
  const interrupted = await dieInProd(stage, change);
  await editByHand(stage);
  await resumeProd(stage, change, interrupted);
  await rollBackProd(stage, interrupted.before);
}
