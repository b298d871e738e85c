import { setTimeout as wait } from 'node:timers/promises';
import { cliError } from '../../errors.ts';
import { readOrganisation, type OrganisationState } from '../reading/organisation-state.ts';
import { vipTimeouts } from '../reading/vip-queues.ts';
import type { Stage } from '../stage.ts';
import { expectSame, prove } from '../telling/claims.ts';
import { begin, perform } from '../telling/perform.ts';
import { runOf } from './runs.ts';
import type { BuiltChange } from './try-in-dev.ts';

/** What prod was like, and when its deployment began. */
export interface Interrupted {
  readonly before: OrganisationState;
  readonly startedAt: number;
}

const patienceMs = 30_000;
/** The last queue update that the platform applies before the process dies; 14 are to be made. */
const lastUpdate = 10;

/** The deploying process is ended with SIGKILL while the platform has applied a write and has not answered yet. */
export async function dieInProd(stage: Stage, change: BuiltChange): Promise<Interrupted> {
  const { narrator, eyes } = stage;
  narrator.heading('5. The process dies in the middle of production');
  const before = await readOrganisation(eyes.prod);
  await perform(stage, ['simulate', change.file, '--env', 'prod'], {
    keep: [/matched \d+ objects/u, /^ {2}~ s\d+ +update +routing_queue\/VIP #/u, /^Plan:/u, /^decision/u],
  });
  prove(
    narrator,
    'simulating wrote nothing.',
    expectSame('prod after simulating', [...before], [...(await readOrganisation(eyes.prod))]),
  );
  const interrupted = { before, startedAt: Date.now() };
  await promoteUntilKilled(stage, change);
  await tellWhereItStands(stage, before);
  return interrupted;
}

async function promoteUntilKilled(stage: Stage, change: BuiltChange): Promise<void> {
  const { narrator, steering } = stage;
  narrator.say(
    `The simulator is told to apply queue update number ${lastUpdate} at once, to answer it late, and to let no further one in. In that moment the process is killed (SIGKILL).`,
  );
  const updates = { clientId: 'prod-write', method: 'PUT', path: '/api/v2/routing/queues/{queueId}' };
  // Steps run side by side: without this, a slow machine would let more of them through.
  await steering.addFault({
    ...updates,
    nth: lastUpdate + 1,
    times: 0,
    fault: { kind: 'rate-limit', retryAfterSeconds: 5 },
  });
  const fault = await steering.addFault({
    ...updates,
    nth: lastUpdate,
    times: 1,
    fault: { kind: 'slow', delayMs: 10_000, when: 'after' },
  });
  const words = ['promote', change.file, '--to', 'prod', '--yes'];
  narrator.command(words);
  const command = begin(stage, words);
  const ended = command.done.then(() => true);
  const deadline = Date.now() + patienceMs;
  while ((await steering.hits(fault)) === 0) {
    if (stage.stop.aborted || Date.now() > deadline) command.kill();
    if (!(await Promise.race([ended, wait(5, false)]))) continue;
    stage.stop.throwIfAborted();
    throw cliError('SB6021', `The deployment to prod ended before it could be killed: ${(await command.done).stderr}`);
  }
  command.kill();
  const { exitCode } = await command.done;
  await steering.clearFaults();
  narrator.output('Killed', {});
  prove(narrator, 'the process was ended by the signal, not by itself.', expectSame('exit code', exitCode, undefined));
}

/** Reads journal and organisation after the death. */
async function tellWhereItStands(stage: Stage, before: OrganisationState): Promise<void> {
  const { narrator, eyes } = stage;
  const run = await runOf(stage, 'prod');
  const stepsIn = (phase: string): ReadonlySet<string> =>
    new Set(run.journal.filter((entry) => entry.phase === phase).map(({ stepId }) => stepId));
  const [begun, finished] = [stepsIn('intent'), stepsIn('outcome')];
  const open = begun.difference(finished).size;
  const now = vipTimeouts(await readOrganisation(eyes.prod));
  const changed = [...vipTimeouts(before)].filter(([name, ms]) => now.get(name) !== ms).length;
  narrator.say(
    `Of ${run.plan.steps.length} steps the journal has ${begun.size} begun and ${finished.size} answered. ${changed} of ${vipTimeouts(before).size} VIP queues are changed.`,
  );
  prove(narrator, 'prod is half changed, and the journal has at least one step of which nobody knows the outcome.', [
    ...expectSame('state of the run', run.state, 'running'),
    ...(open === 0 ? ['every step that was begun has an outcome'] : []),
    ...expectSame('VIP queues changed', changed, lastUpdate),
  ]);
}
