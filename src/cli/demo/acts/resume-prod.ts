import { writesOf } from '../reading/audits.ts';
import { readOrganisation } from '../reading/organisation-state.ts';
import { againstDeployed, vipTimeouts } from '../reading/vip-queues.ts';
import type { Stage } from '../stage.ts';
import { expectSame, prove } from '../telling/claims.ts';
import { perform } from '../telling/perform.ts';
import type { Interrupted } from './die-in-prod.ts';
import { moreVipSteps, reportLines } from './excerpts.ts';
import { runOf } from './runs.ts';
import type { BuiltChange } from './try-in-dev.ts';

/** Another process settles what the dead one left, by reading, and goes on. */
export async function resumeProd(stage: Stage, change: BuiltChange, interrupted: Interrupted): Promise<void> {
  const { narrator, eyes } = stage;
  narrator.heading('7. Production goes on where it stopped');
  narrator.say(
    'A new process takes over as soon as the dead one can not be sending any more. It settles by reading what nobody knows the outcome of, and goes on.',
  );
  await perform(stage, ['resume', '--env', 'prod'], {
    log: /is still held/u,
    from: /^Deployment of/u,
    keep: reportLines,
    drop: moreVipSteps,
  });
  const after = await readOrganisation(eyes.prod);
  prove(narrator, 'in prod 14 VIP queues have twice their time (not four times), from the same artifact.', [
    ...expectSame('VIP queues that matched', vipTimeouts(interrupted.before).size, 14),
    ...againstDeployed(interrupted.before, after),
    ...expectSame('artifact in prod', (await runOf(stage, 'prod')).plan.artifactDigest, change.digest),
  ]);
  const writes = await writesOf(eyes.prod, { clientId: 'prod-write' }, interrupted.startedAt);
  const counts = Map.groupBy(writes, ({ entityId, action }) => `${action} ${entityId}`);
  const twice = [...counts.values()].filter((same) => same.length > 1);
  prove(
    narrator,
    `nothing was applied twice: both processes together made ${writes.length} writes, each once, as prod’s own audit has it.`,
    [
      ...twice.map(([first, ...more]) => `${first?.action} ${first?.name} was written ${more.length + 1} times`),
      ...(writes.length < 20 ? [`only ${writes.length} writes for 20 steps`] : []),
    ],
  );
}
