import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

/** What belongs to one version of a case plan; `versionState` of the plan is that of the latest one. */
export type PlanVersion = Entity & {
  readonly caseplanId: string;
  readonly version: number;
  /** The plan as it was in this version. */
  readonly plan: JsonObject;
  readonly dataSchemas: readonly JsonObject[];
  readonly intakeSettings: readonly JsonObject[];
  readonly stageplans: readonly Entity[];
  /** Each with the id of its stage as `stageplanId`. */
  readonly stepplans: readonly Entity[];
};

/** The version of a case plan with that number, or undefined. */
export function planVersion(organisation: Organisation, caseplanId: string, version: unknown): PlanVersion | undefined {
  const found = versionsIn(organisation).current(`${caseplanId}/${String(version)}`);
  return found as PlanVersion | undefined;
}

/** Stores a version, in place of what it was. */
export function putVersion(organisation: Organisation, version: Omit<PlanVersion, 'id'> & JsonObject): void {
  const id = `${String(version['caseplanId'])}/${String(version['version'])}`;
  versionsIn(organisation).put({ ...version, id });
}

/** Removes the versions of a case plan that was deleted. */
export function forgetVersions(organisation: Organisation, caseplanId: string): void {
  for (const version of versionsIn(organisation).currentAll())
    if (textOf(version, 'caseplanId') === caseplanId) versionsIn(organisation).remove(version.id);
}

function versionsIn(organisation: Organisation): Collection {
  return organisation.ledger('case_management_caseplan.versions');
}
