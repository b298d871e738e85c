import { readOrganisation } from '../reading/organisation-state.ts';
import { againstDeployed, vipTimeouts } from '../reading/vip-queues.ts';
import type { Stage } from '../stage.ts';
import { expectSame, prove } from '../telling/claims.ts';
import { perform } from '../telling/perform.ts';
import { reportLines } from './excerpts.ts';
import { runOf } from './runs.ts';
import type { BuiltChange } from './try-in-dev.ts';

/** The same artifact again, now without a fault. */
export async function promoteToUat(stage: Stage, change: BuiltChange): Promise<void> {
  const { narrator, eyes } = stage;
  narrator.heading('4. The same artifact reaches uat');
  const before = await readOrganisation(eyes.uat);
  await perform(stage, ['promote', change.file, '--to', 'uat', '--yes'], {
    from: /^Deployment of/u,
    keep: reportLines,
  });
  prove(narrator, 'in uat 5 VIP queues have twice their time; the artifact is the one that dev has.', [
    ...expectSame('VIP queues that matched', vipTimeouts(before).size, 5),
    ...againstDeployed(before, await readOrganisation(eyes.uat)),
    ...expectSame('artifact in dev', (await runOf(stage, 'dev')).plan.artifactDigest, change.digest),
    ...expectSame('artifact in uat', (await runOf(stage, 'uat')).plan.artifactDigest, change.digest),
  ]);
}
