import type { JournalEntry, Run } from '../../../engine/index.ts';
import type { Stage } from '../stage.ts';
import type { DemoEnvironment } from '../world/organisations.ts';

/** The newest run of an environment, as the store has it. */
export interface NewestRun extends Run {
  readonly journal: readonly JournalEntry[];
  /** How each test of the changeset ended. */
  readonly tests: readonly string[];
}

/** The newest run of an environment; throws when there is none. */
export async function runOf({ store }: Stage, environment: DemoEnvironment): Promise<NewestRun> {
  const [run] = await store.listRuns({ environment, limit: 1 });
  if (run === undefined) throw new Error(`${environment} has no runs`);
  const journal = await store.readJournal(run.id);
  const results = journal.findLast(({ stepId }) => stepId === 'tests')?.data['tests'] as
    | readonly { readonly state: string }[]
    | undefined;
  return { ...run, journal, tests: (results ?? []).map(({ state }) => state) };
}
