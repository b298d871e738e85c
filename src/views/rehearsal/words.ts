import { amountOf, minutesText } from '../text/amount.ts';
import type { RehearsalPart, RehearsalRound, RehearsalSummary } from './summary.ts';

/** What a round is called: by its faults. */
export function roundName({ seed, faults }: RehearsalRound): string {
  return seed === undefined ? 'without faults' : `seed ${seed}, ${amountOf(faults, 'fault')}`;
}

/** What became of the deployment: `4 of 4 steps verified, 2 of 2 tests passed`. */
export function deploymentText({ ending, steps, verified, tests }: RehearsalPart): string {
  if (ending !== 'succeeded') return ending;
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const tested = tests.length === 0 ? '' : `, ${passed} of ${amountOf(tests.length, 'test')} passed`;
  return `${verified} of ${amountOf(steps, 'step')} verified${tested}`;
}

/** What became of taking it back: `4 of 4 objects as before`. */
export function rollbackText({ verdict, deployment, rollback }: RehearsalRound): string {
  if (rollback === undefined) return verdict === 'taken-back' ? restoredText(deployment) : 'not tried';
  return rollback.ending === 'succeeded' ? restoredText(rollback) : rollback.ending;
}

function restoredText({ restored, differing }: RehearsalPart): string {
  return `${restored} of ${amountOf(restored + differing.length, 'object')} as before`;
}

/** What a round used: `62 requests, under a minute`. */
export function usageText({ deployment, rollback }: RehearsalRound): string {
  const requests = deployment.requests + (rollback?.requests ?? 0);
  return `${amountOf(requests, 'request')}, ${minutesText((deployment.seconds + (rollback?.seconds ?? 0)) / 60)}`;
}

/** What went wrong in a round, each one sentence; empty for one that passed. */
export function troublesOf({ verdict, deployment, rollback }: RehearsalRound): readonly string[] {
  const parts = verdict === 'passed' ? [] : [deployment, ...(rollback === undefined ? [] : [rollback])];
  return parts.flatMap((part) => [
    ...(part.ending === 'succeeded' ? [] : [part.outcome]),
    ...part.tests.filter(({ state }) => state !== 'passed').map(({ name, state }) => `The test "${name}" ${state}.`),
    ...part.differing.map((text) => `Not as before: ${text}.`),
  ]);
}

/** The verdict in one sentence. */
export function verdictText({ rounds, passed, deviations }: RehearsalSummary): string {
  const failed = rounds.filter(({ verdict }) => verdict === 'failed').length;
  if (!passed) return `${failed} of ${amountOf(rounds.length, 'round')} failed: do not deploy this as it is.`;
  const beware = deviations.length === 0 ? '' : ' The copy is not the organisation in all that matters: see above.';
  const who = rounds.length === 1 ? 'The only round' : `All ${rounds.length} rounds`;
  return `${who} ended well: deployed and verified, or taken back in full.${beware}`;
}

/** What the deployment was forecast to cost and did, in the round without faults. */
export function forecastText({ forecastRequests, rounds }: RehearsalSummary): string {
  const used = rounds[0]?.deployment.requests ?? 0;
  return `${amountOf(used, 'request')} to deploy, ${forecastRequests} forecast`;
}
