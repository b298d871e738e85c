import { formatPath } from '../../core/index.ts';
import type { Plan, Step } from '../../core/plan/index.ts';
import type { RehearsalSummary } from '../../views/rehearsal/index.ts';
import { playRound, type RoundRequest } from './play-round.ts';

/** Plays the change without faults and with those of each seed, and compares with the plan for the real organisation. */
export async function rehearse(
  request: RoundRequest,
  { plan, seeds }: { readonly plan: Plan; readonly seeds: readonly number[] },
): Promise<Pick<RehearsalSummary, 'rounds' | 'deviations' | 'passed' | 'forecastRequests'>> {
  const calm = await playRound(request, undefined);
  const rounds = [calm.round];
  for (const seed of seeds) rounds.push((await playRound(request, seed)).round);
  return {
    rounds,
    deviations: deviationsOf(plan, calm.plan),
    passed: rounds.every(({ verdict }) => verdict !== 'failed'),
    forecastRequests: plan.review?.cost?.requests ?? plan.requests,
  };
}

/** What the plan on the copy does otherwise than the plan for the organisation itself, each one sentence. */
function deviationsOf(real: Plan, rehearsed: Plan): readonly string[] {
  const lines = (plan: Plan): ReadonlyMap<string, string> =>
    new Map(plan.steps.filter(({ kind }) => kind !== 'noop').map((step) => [step.address, lineOf(step)]));
  const [there, here] = [lines(real), lines(rehearsed)];
  const missing = [...there].filter(([address]) => !here.has(address));
  const added = [...here].filter(([address]) => !there.has(address));
  const other = [...there].filter(([address, line]) => here.has(address) && here.get(address) !== line);
  const errors = rehearsed.diagnostics.filter(({ severity }) => severity === 'error');
  return [
    ...missing.map(([, line]) => `Not on the copy: ${line}.`),
    ...added.map(([, line]) => `Only on the copy: ${line}.`),
    ...other.map(([address, line]) => `${line}; on the copy: ${here.get(address) ?? address}.`),
    ...errors.map(({ code, detail }) => `${code} on the copy: ${detail}`),
  ];
}

function lineOf(step: Step): string {
  const fields = 'changes' in step ? ` (${step.changes.map(({ path }) => formatPath(path)).join(', ')})` : '';
  return `${step.kind} ${step.address}${fields}`;
}
