import { foldJournal } from '../journal/index.ts';
import type { Run, Store } from '../ports.ts';
import { appliedSteps } from '../run/applied-steps.ts';

/**
 * The newest run that deployed the artifact here and still counts: neither compensated nor rolled back as a whole. It
 * may be held. The one answer to "did this run here", for simulate, deploy and promote.
 */
export async function findDeployed(
  store: Pick<Store, 'listRuns' | 'readJournal'>,
  environment: string,
  artifactDigest: string,
): Promise<Run | undefined> {
  const runs = await store.listRuns({ environment, artifactDigest, states: ['succeeded', 'held'] });
  const rollbacks = runs.filter(({ kind, state }) => kind === 'rollback' && state === 'succeeded');
  for (const run of runs.filter(({ kind }) => kind === 'deploy')) {
    const undoing = rollbacks.filter(({ undoes }) => undoes === run.id);
    if (undoing.length === 0 || !(await isTakenBack(store, run, undoing))) return run;
  }
  return undefined;
}

/**
 * True when the rollbacks together were over all that the run wrote, what matched already included. Parts of an object
 * that the run made go with it.
 */
async function isTakenBack(store: Pick<Store, 'readJournal'>, run: Run, rollbacks: readonly Run[]): Promise<boolean> {
  const memory = foldJournal(run.plan, await store.readJournal(run.id));
  const written = appliedSteps(run.plan, memory)
    .map(({ step }) => step)
    .filter(({ id }) => memory.compensate.get(id)?.verified === undefined);
  const covered = new Set(
    rollbacks.flatMap(({ plan }) =>
      plan.steps.flatMap((step) => (step.kind === 'rename' ? [step.from, step.address] : [step.address])),
    ),
  );
  const gone = new Set(
    written.filter(({ kind, address }) => kind === 'create' && covered.has(address)).map(({ handle }) => handle),
  );
  return written.every(({ address, handle }) => covered.has(address) || gone.has(handle.split('/')[0] ?? handle));
}
