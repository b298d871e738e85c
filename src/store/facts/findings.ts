import type { Store } from '../../engine/index.ts';
import type { Operations } from '../database/operations.ts';
import { storableText, toJsonText } from '../database/rows.ts';
import type { Json } from '../../core/index.ts';

type FindingFacts = Pick<Store, 'addFinding' | 'listFindings'>;

/** Findings, in the order they were added; adding one twice keeps the first. */
export function createFindingFacts({ repeatable }: Operations): FindingFacts {
  return {
    addFinding: (finding) =>
      repeatable(async (database) => {
        const row = {
          id: storableText(finding.id, 'finding id'),
          environment: storableText(finding.environment, 'environment'),
          run_id: finding.runId ?? null,
          at: storableText(finding.at, 'time'),
          data: toJsonText(finding.data),
        };
        await database
          .insertInto('finding')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),
    listFindings: (environment) =>
      repeatable(async (database) => {
        const rows = await database
          .selectFrom('finding')
          .selectAll()
          .where('environment', '=', environment)
          .orderBy('ordinal')
          .execute();
        return rows.map((row) => ({
          id: row.id,
          at: row.at,
          ...(row.run_id === null ? {} : { runId: row.run_id }),
          // A `json` column holds JSON and nothing else.
          data: row.data as Json,
        }));
      }),
  };
}
