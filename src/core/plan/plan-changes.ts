import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { EnvironmentRules } from '../environment/environment.ts';
import { describeForeignOrganisation } from '../environment/foreign-organisation.ts';
import { SignalboxError } from '../error.ts';
import { partitionWaves } from '../gates/partition-waves.ts';
import { contentDigestOf } from '../resource/reference.ts';
import { isJsonArray, isJsonObject, type Json } from '../json/json.ts';
import type { Reversibility } from '../resource/descriptor.ts';
import { applyActions } from './actions/apply-actions.ts';
import { isRelative } from './actions/reads/relative.ts';
import { checkDeletes } from './checks/delete-safety.ts';
import { noteExpiredExceptions } from './checks/expired-exceptions.ts';
import { checkLimits } from './checks/limits.ts';
import { checkRenames } from './checks/renames.ts';
import { checkRequiredFields } from './checks/required-fields.ts';
import { checkTypeLimits } from './checks/type-limits.ts';
import { plannedActions } from './actions/planned-actions.ts';
import { decisionDigest } from './decision.ts';
import type { PlanInput, PlanResult } from './plan-input.ts';
import type { Plan, Step } from './plan.ts';
import { buildSteps } from './steps/build-steps.ts';
import { createWorld, note, report, type World } from './world/world.ts';

/**
 * What the artifact means for the environment now. Pure: same input, same bytes. Asks for what it must read first; call it
 * again with a snapshot that holds the answers until it gives a plan. A plan with an error must not be deployed.
 */
export function planChanges(input: PlanInput): PlanResult {
  return planInWorld(createWorld(input));
}

/** As `planChanges`, in a world that the caller goes on to look at. */
export function planInWorld(world: World): PlanResult {
  const { relative, steps } = decide(world);
  if (world.missing.size > 0) return { kind: 'reads', reads: [...world.missing.values()] };
  const body = planBody(world, steps, relative);
  return { kind: 'plan', plan: { ...body, decisionDigest: decisionDigest(body) } };
}

/** Whether there is anything to decide; says why not. */
function applies(world: World, relative: boolean): boolean {
  const { artifact, environment, snapshot, deployedBefore } = world.input;
  const only = artifact.changeset.environments;
  const foreign = describeForeignOrganisation(environment, { id: snapshot.organisationId }, environment);
  if (foreign !== undefined) {
    report(world, 'SB1021', foreign);
    return false;
  }
  if (only !== undefined && !only.includes(environment.name)) {
    note(world, 'info', 'SB1024', `${artifact.changeset.metadata.name} is for ${only.join(', ')}.`);
    return false;
  }
  if (relative && deployedBefore !== undefined) {
    note(world, 'info', 'SB1019', `Run ${deployedBefore.runId} deployed this artifact to ${environment.name}.`);
    return false;
  }
  return true;
}

/** An expression that fails for want of a read is no error yet; any other is one, and there is nothing to do then. */
function decide(world: World): { readonly relative: boolean; readonly steps: readonly Step[] } {
  try {
    const { artifact, catalogue, environment } = world.input;
    const relative = isRelative(artifact.changeset, catalogue, environment.labels);
    return { relative, steps: applies(world, relative) ? decideSteps(world) : [] };
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    if (world.missing.size === 0) world.diagnostics.push(asDiagnostic(error));
    return { relative: false, steps: [] };
  }
}

function decideSteps(world: World): readonly Step[] {
  applyActions(world);
  checkRequiredFields(world);
  checkDeletes(world);
  checkRenames(world);
  noteExpiredExceptions(world);
  const steps = buildSteps(world);
  checkLimits(world, steps);
  checkTypeLimits(world, steps);
  return steps;
}

function asDiagnostic(error: SignalboxError): Diagnostic {
  const { file, fileLine, fileColumn, detail } = error.context;
  const source =
    typeof file === 'string'
      ? {
          file,
          ...(typeof fileLine === 'number' ? { line: fileLine } : {}),
          ...(typeof fileColumn === 'number' ? { column: fileColumn } : {}),
        }
      : undefined;
  const why = typeof detail === 'string' ? detail : error.message;
  return { code: error.code, severity: 'error', summary: error.message, detail: why, remedy: error.remedy, source };
}

function planBody(world: World, steps: readonly Step[], relative: boolean): Omit<Plan, 'decisionDigest'> {
  const { artifact, environment, environmentDigest, asOf, origin } = world.input;
  return {
    formatVersion: 1,
    artifactDigest: artifact.digest,
    changeset: artifact.changeset.metadata.name,
    environment: environment.name,
    organisationId: environment.organisationId,
    environmentDigest,
    asOf,
    actions: plannedActions(world),
    steps,
    matches: world.matches,
    values: world.values,
    relative,
    ...(world.variables.size === 0 ? {} : { variables: Object.fromEntries(world.variables) }),
    ...mappedOf(world),
    contents: contentsOf(world, steps),
    diagnostics: world.diagnostics,
    reads: [...world.looked].toSorted(),
    requests: steps.reduce((sum, step) => sum + step.requests, 0),
    reversibility: worstOf(steps),
    ...(origin === undefined ? {} : { origin }),
    ...wavesOf(environment, steps),
  };
}

function mappedOf({ mapped }: World): Pick<Plan, 'mapped'> {
  const pairs = [...mapped].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return pairs.length === 0 ? {} : { mapped: pairs.map(([from, to]) => ({ from, to })) };
}

function wavesOf({ gates }: EnvironmentRules, steps: readonly Step[]): Pick<Plan, 'waves'> {
  const waves = gates?.waves === undefined ? [] : partitionWaves(gates.waves, steps);
  return waves.length === 0 ? {} : { waves };
}

/** The texts that the steps name, and no others. */
function contentsOf(world: World, steps: readonly Step[]): Plan['contents'] {
  const digests = new Set<string>();
  const collect = (value: Json): void => {
    const digest = contentDigestOf(value);
    if (digest !== undefined) digests.add(digest);
    else if (isJsonArray(value)) value.forEach(collect);
    else if (isJsonObject(value)) Object.values(value).forEach(collect);
  };
  for (const step of steps) {
    if (step.kind === 'create') collect(step.after);
    else if (step.kind === 'delete') collect(step.before);
    else if (step.kind !== 'noop')
      for (const change of step.changes) [change.before ?? null, change.after].forEach(collect);
  }
  return Object.fromEntries(
    [...digests].toSorted().flatMap((digest) => {
      const text = world.contents.get(digest);
      return text === undefined ? [] : [[digest, text]];
    }),
  );
}

function worstOf(steps: readonly Step[]): Reversibility {
  const found = new Set(steps.filter((step) => step.kind !== 'noop').map((step) => step.reversibility));
  return found.has('irreversible') ? 'irreversible' : found.has('new-id') ? 'new-id' : 'exact';
}
