/* oxlint-disable vitest/valid-expect -- the second argument says which of many cases failed */
import { expect } from 'vitest';
import { SignalboxError } from '../../src/core/index.ts';
import { deploy, resume, rollback, simulate, type Run, type RunReport } from '../../src/engine/index.ts';
import { parsePlanFile } from '../../src/project/index.ts';
import { planToJson } from '../../src/views/index.ts';
import { live, type CanonicalOrganisation, type World } from '../world/index.ts';
import { disturbedLife, type Disturbance, type MadeEdit } from './disturbance.ts';
import type { RandomChange } from './random-change.ts';

/** What a run comes to when nothing disturbs it. */
export interface Undisturbed {
  readonly before: CanonicalOrganisation;
  readonly after: CanonicalOrganisation;
}

/** Plays the change on a world and checks everything that must hold whatever happens. Gives how it ended. */
export async function playDisturbed(
  world: World,
  { change }: RandomChange,
  undisturbed: Undisturbed,
  disturbance: Disturbance,
): Promise<string> {
  for (const { nth, fault } of disturbance.faults) {
    world.simulator.faults.add({ clientId: world.organisation.clientId, nth, fault });
  }
  const made: MadeEdit[] = [];
  const report = await bringToEnd(world, change, disturbance, made);
  world.simulator.faults.clear();
  const [run] = await world.store.listRuns({ environment: world.environment.name, limit: 1 });
  const found = await world.canonical();
  const state = run?.state ?? 'refused';
  await check({ world, made, state, run, report, undisturbed, found });
  if (run !== undefined && state === 'succeeded')
    await checkAfterwards(world, { change, run, made, undisturbed, found });
  return state;
}

/** Deploys, and resumes as often as it takes. What is refused before the first write counts as an end. */
async function bringToEnd(
  world: World,
  change: RandomChange['change'],
  disturbance: Disturbance,
  made: MadeEdit[],
): Promise<RunReport | undefined> {
  const { concurrency } = disturbance;
  for (let process = 0; process < 12; process += 1) {
    const life = disturbedLife(world, disturbance, process, made);
    const own = world.process({ process: `p${process}`, concurrency }, life);
    const work = (): Promise<RunReport | undefined> =>
      process === 0 ? deploy(own, world.request(change)) : resume(own, world.request(change));
    const fate = await live(life, work).catch(refused);
    if ('died' in fate) await world.afterDeath();
    const [run] = await world.store.listRuns({ environment: world.environment.name, limit: 1 });
    if (run === undefined || !['running', 'compensating'].includes(run.state))
      return 'report' in fate ? fate.report : undefined;
  }
  throw new Error('the run never came to an end');
}

/** The platform could not be reached: nothing went on, and somebody tries again. */
function refused(error: unknown): { readonly report: undefined } {
  if (error instanceof SignalboxError && /^SB(4|300[158])/u.test(error.code)) return { report: undefined };
  throw error;
}

interface Checked {
  readonly world: World;
  readonly made: readonly MadeEdit[];
  readonly state: string;
  readonly run: Run | undefined;
  readonly report: RunReport | undefined;
  readonly undisturbed: Undisturbed;
  readonly found: CanonicalOrganisation;
}

async function check({ world, made, state, run, report, undisturbed, found }: Checked): Promise<void> {
  const why = `${state}: ${run?.outcome ?? ''}`;
  const edited = without(found, made);
  if (state === 'succeeded') expect(edited, why).toEqual(without(undisturbed.after, made));
  else if (state === 'compensated' || state === 'refused')
    expect(edited, why).toEqual(without(undisturbed.before, made));
  else {
    expect(state).toBe('held');
    expect(await world.store.listClaims(world.environment.name), why).not.toEqual([]);
    const addresses = run?.plan.steps.map(({ address }) => address) ?? [];
    expect(
      addresses.filter((address) => run?.outcome?.includes(address) === true),
      why,
    ).not.toEqual([]);
    for (const [address, document] of Object.entries(edited)) {
      const sides = [without(undisturbed.before, made)[address], without(undisturbed.after, made)[address]];
      const step = report?.steps.find((one) => one.address === address);
      if (step === undefined || step.state !== 'held') expect(sides, `${why} ${address}`).toContainEqual(document);
    }
  }
  const journal = await world.store.readJournal(run?.id ?? '');
  const findings = journal.filter(({ phase }) => phase === 'finding').map(({ data }) => String(data['address']));
  expectEdits(world, made, findings);
}

/** Somebody else's edit of another field is there still, or the run says that it may have overwritten it. */
function expectEdits(world: World, made: readonly MadeEdit[], found: readonly string[]): void {
  for (const edit of made) {
    const object = world.simulator
      .organisation(world.organisation.name)
      .entities(edit.type)
      .find(({ id }) => id === edit.id);
    if (object === undefined || object['state'] === 'deleted' || found.some((address) => address.startsWith(edit.type)))
      continue;
    expect(object[edit.field], `${edit.address} ${edit.field}`).toEqual(edit.value);
  }
}

/** Deployed once more nothing would change, and taken back everything is as it was. */
async function checkAfterwards(
  world: World,
  done: Pick<Checked, 'made' | 'undisturbed' | 'found'> & {
    readonly change: RandomChange['change'];
    readonly run: Run;
  },
): Promise<void> {
  const { made, undisturbed, run } = done;
  const ports = world.process({ process: 'after' });
  const shown = JSON.parse(planToJson(run.plan, { requestsPerMinute: 240 })) as unknown;
  expect(parsePlanFile(shown), 'the published schema').toEqual({ plan: (shown as { readonly plan: unknown }).plan });
  const again = await simulate(
    { reader: ports.platform, clock: ports.clock, emit: ports.emit },
    { ...world.request(done.change), baseline: await world.store.readBaseline(world.environment.name) },
  );
  expect(again.plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(
    again.plan.steps
      .filter(({ kind }) => kind !== 'noop')
      .map((step) => `${step.kind} ${step.address} ${JSON.stringify('changes' in step ? step.changes : '')}`),
  ).toEqual([]);
  const report = await rollback(ports, { ...world.request(done.change), runId: run.id });
  expect(report.ending, report.outcome).toBe('succeeded');
  expect(report.verifiedEqual.filter(({ equal }) => !equal)).toEqual([]);
  expect(without(await world.canonical(), made)).toEqual(without(undisturbed.before, made));
}

/** The organisation without the fields that a person edited. */
function without(organisation: CanonicalOrganisation, made: readonly MadeEdit[]): CanonicalOrganisation {
  const fields = new Map(Object.entries(Object.groupBy(made, ({ type }) => type)));
  return Object.fromEntries(
    Object.entries(organisation).map(([address, document]) => {
      const edited = fields.get(address.split('/')[0] ?? '')?.map(({ field }) => field) ?? [];
      return [address, Object.fromEntries(Object.entries(document).filter(([name]) => !edited.includes(name)))];
    }),
  );
}
