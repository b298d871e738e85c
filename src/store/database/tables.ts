import type { ColumnType, Generated } from 'kysely';

/** A `json` column: PostgreSQL keeps the text as it was written (`jsonb` would reorder keys and refuse U+0000). */
type JsonText = ColumnType<unknown, string, string>;
/** A `timestamptz`; values are computed by the database's clock. */
type DatabaseTime = ColumnType<Date, Date, Date>;

/** One row per environment, never deleted, so that the fence only grows. `holder` is null when nobody has it. */
export interface LeaseTable {
  readonly environment: string;
  readonly holder: string | null;
  /** A `bigint`, which pg hands over as text. */
  readonly fence: ColumnType<string, number, number>;
  readonly expires_at: DatabaseTime;
}

/** One row per run; only state, finished_at and outcome ever change. */
export interface RunTable {
  readonly id: string;
  /** Order of adding. */
  readonly ordinal: Generated<string>;
  readonly environment: string;
  readonly kind: string;
  readonly state: string;
  readonly artifact_digest: string;
  readonly artifact: JsonText;
  readonly plan: JsonText;
  readonly undoes: string | null;
  readonly started_by: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly outcome: string | null;
}

/** Rows are only added. `entry` is the whole journal entry. */
export interface JournalTable {
  readonly run_id: string;
  readonly seq: number;
  readonly entry: JsonText;
}

/** One row per resource that was ever deployed or accepted. */
export interface BaselineTable {
  readonly environment: string;
  readonly address: string;
  readonly entry: JsonText;
}

/** Objects that held runs keep to themselves. */
export interface ClaimTable {
  readonly environment: string;
  readonly run_id: string;
  readonly type: string;
  readonly object_id: string;
  readonly address: string;
}

/** Findings in the order they were added. */
export interface FindingTable {
  readonly id: string;
  readonly ordinal: Generated<string>;
  readonly environment: string;
  readonly run_id: string | null;
  readonly at: string;
  readonly data: JsonText;
}

/** Which migrations a schema has seen. */
export interface MigrationTable {
  readonly version: number;
  readonly name: string;
  readonly applied_at: Generated<Date>;
}

/** All tables of one schema. */
export interface StoreTables {
  readonly lease: LeaseTable;
  readonly run: RunTable;
  readonly journal: JournalTable;
  readonly baseline: BaselineTable;
  readonly claim: ClaimTable;
  readonly finding: FindingTable;
  readonly migration: MigrationTable;
}
