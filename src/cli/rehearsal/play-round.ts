import { catalogue } from '../../catalog/index.ts';
import { SignalboxError, type Artifact, type EnvironmentRules } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import { deploy, rollback, simulate, type DeployPorts, type EmitEvent, type RunReport } from '../../engine/index.ts';
import { createMemoryStore, createVirtualClock } from '../../engine/memory/index.ts';
import type { RehearsalPart, RehearsalRound } from '../../views/rehearsal/index.ts';
import { replayUrl } from '../replay/index.ts';
import { contentFormats } from '../wiring/content-formats.ts';
import { machineIds } from '../wiring/machine.ts';
import type { Clone } from './clone.ts';
import { createLossyExchange } from './exchange.ts';
import { faultsOf, randomNumbers } from './faults.ts';

/** What is rehearsed. */
export interface RoundRequest {
  readonly clone: Clone;
  readonly artifact: Artifact;
  /** Those of the environment, without what only the real organisation has. */
  readonly rules: EnvironmentRules;
  readonly environmentDigest: string;
  readonly asOf: string;
  readonly budget: { readonly requestsPerMinute: number; readonly reserve: number };
  readonly requestTimeoutMs: number;
  readonly emit: EmitEvent;
}

/** A round, and the plan that was carried out in it. */
export interface PlayedRound {
  readonly round: RehearsalRound;
  readonly plan: Plan;
}

/**
 * Deploys to a fresh copy and takes it back, with the faults of a seed, or none. Time is virtual and starts when the
 * snapshot was taken; what is measured is what the deployment would take.
 */
export async function playRound(request: RoundRequest, seed: number | undefined): Promise<PlayedRound> {
  const { artifact, rules, environmentDigest, asOf } = request;
  const stage = await setStage(request, seed ?? 0);
  const ground = { environment: rules, environmentDigest, catalogue, contentFormats, startedBy: 'rehearsal' };
  try {
    const baseline = await stage.ports.store.readBaseline(rules.name);
    const { plan } = await simulate(
      { reader: stage.ports.platform, clock: stage.ports.clock },
      { ...ground, artifact, asOf, baseline },
    );
    if (seed !== undefined) stage.disturb(seed);
    const deployed = await stage.measure(() => deploy(stage.ports, { ...ground, artifact, asOf }));
    const report = deployed.report;
    const isUp = report?.ending === 'succeeded';
    const takenBack = isUp
      ? await stage.measure(() => rollback(stage.ports, { ...ground, runId: report.runId }))
      : undefined;
    const round = { seed, faults: stage.faultsHit(), deployment: deployed.part, rollback: takenBack?.part };
    return { round: { ...round, verdict: verdictOf(seed, deployed.report, takenBack?.report) }, plan };
  } finally {
    await stage.close();
  }
}

/** Held runs are the one thing nobody wants; being taken back is what a disturbed run may come to. */
function verdictOf(
  seed: number | undefined,
  deployment: RunReport | undefined,
  back: RunReport | undefined,
): RehearsalRound['verdict'] {
  if (deployment?.ending === 'compensated' && seed !== undefined)
    return isRestored(deployment) ? 'taken-back' : 'failed';
  if (deployment?.ending !== 'succeeded' || deployment.tests.some(({ state }) => state !== 'passed')) return 'failed';
  return back?.ending === 'succeeded' && isRestored(back) ? 'passed' : 'failed';
}

function isRestored({ verifiedEqual }: RunReport): boolean {
  return verifiedEqual.every(({ equal }) => equal);
}

interface Stage {
  readonly ports: DeployPorts;
  readonly disturb: (seed: number) => void;
  readonly faultsHit: () => number;
  readonly measure: (
    run: () => Promise<RunReport>,
  ) => Promise<{ readonly part: RehearsalPart; readonly report: RunReport | undefined }>;
  readonly close: () => Promise<void>;
}

async function setStage({ clone, asOf, budget, requestTimeoutMs, emit }: RoundRequest, seed: number): Promise<Stage> {
  const { createSimulator } = await import('../../simulator/index.ts');
  const { createGenesysPlatform } = await import('../../genesys/index.ts');
  const clock = createVirtualClock(Date.parse(asOf));
  const simulator = createSimulator({ seed: 'rehearsal', clock });
  simulator.load(clone.state);
  simulator.organisation(clone.organisation).changeSettings({ rateLimitPerMinute: budget.requestsPerMinute });
  const random = randomNumbers(seed);
  const platform = createGenesysPlatform({
    catalogue,
    clock,
    emit,
    random,
    reserve: budget.reserve,
    requestTimeoutMs,
    baseUrls: { api: replayUrl },
    credentials: async () => ({ clientId: clone.client.id, clientSecret: clone.client.secret }),
    intercept: () => createLossyExchange(simulator, { clock, timeoutMs: requestTimeoutMs, random }),
  });
  const leasing = { holder: 'rehearsal', ttlMs: 7 * 24 * 3_600_000, requestTimeoutMs };
  return {
    ports: { platform, clock, emit, leasing, ids: machineIds, store: createMemoryStore(clock) },
    disturb: (from) => {
      for (const rule of faultsOf(from, clone.client.id)) simulator.faults.add(rule);
    },
    faultsHit: () => simulator.faults.list().reduce((sum, { hit }) => sum + hit, 0),
    measure: async (run) => {
      const started = clock.now();
      const before = requestsIn(simulator.usage.counts());
      const ended = await run().then(
        (report) => ({ report }),
        (error: unknown) => ({ error }),
      );
      const spent = {
        requests: requestsIn(simulator.usage.counts()) - before,
        seconds: seconds(clock.now() - started),
      };
      return 'report' in ended
        ? { part: { ...spent, ...factsOf(ended.report) }, report: ended.report }
        : { part: { ...spent, ...refusal(ended.error) }, report: undefined };
    },
    close: platform.close,
  };
}

function requestsIn(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}

type Facts = Omit<RehearsalPart, 'requests' | 'seconds'>;

function factsOf({ ending, outcome, steps, tests, verifiedEqual, findings }: RunReport): Facts {
  return {
    ending,
    outcome,
    steps: steps.length,
    verified: steps.filter(({ state }) => state === 'applied' || state === 'matching').length,
    tests: tests.map(({ name, state }) => ({ name, state })),
    restored: verifiedEqual.filter(({ equal }) => equal).length,
    differing: verifiedEqual
      .filter(({ equal }) => !equal)
      .map(({ address, differing }) => `${address}: ${differing.join(', ')}`),
    findings: findings.map(({ summary }) => summary),
  };
}

/** Refused before the first write, or stopped by what could not be reached. Anything else is a fault of ours. */
function refusal(error: unknown): Facts {
  if (!(error instanceof SignalboxError)) throw error;
  const outcome = `${error.code}: ${error.message}`;
  return { ending: 'refused', outcome, steps: 0, verified: 0, tests: [], restored: 0, differing: [], findings: [] };
}
