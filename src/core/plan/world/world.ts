import type { Action } from '../../changeset/action.ts';
import type { Diagnostic, SourceLocation } from '../../diagnostic/diagnostic.ts';
import { createStepBudget, type StepBudget } from '../../expression/step-budget.ts';
import { planErrorCodes, type PlanErrorCode } from '../../errors.ts';
import type { Json, JsonObject } from '../../json/json.ts';
import type { FieldPath } from '../../json/path.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import type { LiveObject } from '../../resource/live-object.ts';
import type { ReadRequest } from '../../resource/snapshot.ts';
import type { EvaluatedValue, Handle, MatchSet } from '../plan.ts';
import type { PlanInput } from '../plan-input.ts';
import type { Round } from './rounds.ts';

/** One object as the actions so far leave it. */
export interface ProjectedObject {
  readonly handle: Handle;
  readonly descriptor: ResourceDescriptor;
  /** Absent for objects that the plan makes, and for facets of such objects. */
  readonly live?: LiveObject | undefined;
  readonly parent?: ProjectedObject | undefined;
  /** For an object that the plan brings back: what the platform keeps of it; its handle is its old id. */
  readonly deleted?: LiveObject | undefined;
  /** Linked document, defaults filled in, as the organisation has it; made on first use. */
  before?: JsonObject;
  /** Linked document as projected; made on first use. */
  document?: JsonObject;
  exists: boolean;
  /** Indexes of the actions that touched it. */
  readonly actions: Set<number>;
  source?: SourceLocation;
  /** Paths that actions declared, whether or not they differ. */
  owned: FieldPath[];
}

/** The target organisation as one plan sees it: what was read, and what the actions so far make of it. */
export interface World {
  readonly input: PlanInput;
  /** What planning needed and the snapshot does not have, by canonical text. */
  readonly missing: Map<string, ReadRequest>;
  /** What planning looked at, as text for people. */
  readonly looked: Set<string>;
  /** By type, then handle. */
  readonly objects: Map<string, Map<Handle, ProjectedObject>>;
  /** By type, then comparable key; existing objects only. Built on first use. */
  readonly keys: Map<string, Map<string, ProjectedObject[]>>;
  /** Parts by type and parent, then by their own part of the key, which never changes; those that do not exist too. */
  readonly parts: Map<string, Map<string, ProjectedObject>>;
  readonly variables: Map<string, Json>;
  /** Rounds of iterators under way, outermost first. */
  readonly rounds: Round[];
  /** How many rounds iterators made. */
  roundsMade: number;
  /** Actions whose expressions were looked at for the names behind references. */
  readonly named: Set<Action>;
  /** Actions that do not apply here, why, and how often. */
  readonly skipped: Map<Action, { readonly because: string; readonly times: number }>;
  readonly diagnostics: Diagnostic[];
  readonly matches: MatchSet[];
  readonly values: EvaluatedValue[];
  /** What addresses stand for here by the environment's mappings, where that is another address. */
  readonly mapped: Map<string, string>;
  /** Rendered and exported content texts by digest. */
  readonly contents: Map<string, string>;
  /** What all expressions of the plan together may spend. */
  readonly budget: StepBudget;
  /** Grows whenever an object is loaded or changed, so that what was computed from the world is known to be stale. */
  generation: number;
  /** What expressions saw of whole types, by type. */
  readonly views: Map<string, { readonly generation: number; readonly seen: readonly Json[] }>;
  /** True while an action is applied that comes from an earlier environment or goes on to a later one. */
  travels: boolean;
  /** How many `new#n` handles were given out. */
  created: number;
}

/** Enough for twenty conditions over 100,000 objects; a runaway one ends within seconds. */
const planSteps = 10_000_000;

/** An untouched world over the input. */
export function createWorld(input: PlanInput): World {
  return {
    input,
    missing: new Map(),
    looked: new Set(),
    objects: new Map(),
    keys: new Map(),
    parts: new Map(),
    variables: new Map(),
    rounds: [],
    roundsMade: 0,
    named: new Set(),
    skipped: new Map(),
    diagnostics: [],
    matches: [],
    values: [],
    mapped: new Map(),
    contents: new Map(),
    budget: createStepBudget(planSteps),
    generation: 0,
    views: new Map(),
    travels: false,
    created: 0,
  };
}

/** Notes that planning can not go on without this. */
export function needRead(world: World, request: ReadRequest): void {
  world.missing.set(JSON.stringify(request), request);
}

/** Where a diagnostic points. */
export interface DiagnosticPlace {
  readonly address?: string | undefined;
  readonly source?: SourceLocation | undefined;
}

/** Adds a diagnostic; summary and remedy come from the code. */
export function report(world: World, code: PlanErrorCode, detail: string, place: DiagnosticPlace = {}): void {
  world.diagnostics.push(planDiagnostic('error', code, detail, place));
}

/** Adds a diagnostic that does not forbid the plan. */
export function note(world: World, severity: 'warning' | 'info', code: PlanErrorCode, detail: string): void {
  world.diagnostics.push(planDiagnostic(severity, code, detail, {}));
}

/** Adds a diagnostic that does not forbid the plan, with the place it is about. */
export function noteAt(
  world: World,
  found: DiagnosticPlace & {
    readonly severity: 'warning' | 'info';
    readonly code: PlanErrorCode;
    readonly detail: string;
  },
): void {
  const { severity, code, detail, ...place } = found;
  world.diagnostics.push(planDiagnostic(severity, code, detail, place));
}

function planDiagnostic(
  severity: Diagnostic['severity'],
  code: PlanErrorCode,
  detail: string,
  place: DiagnosticPlace,
): Diagnostic {
  const meaning = planErrorCodes[code];
  return { code, severity, summary: meaning.summary, detail, remedy: meaning.remedy, ...place };
}
