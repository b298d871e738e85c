import type { Severity, SourceLocation } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../plan/world/world.ts';
import type { PlanReview } from '../review/review.ts';
import type { PolicyErrorCode } from './errors.ts';
import type { TouchedObject } from './touched-objects.ts';

/** What checks and policies look at. */
export interface PolicyContext {
  /** The organisation as the plan leaves it (`documentOf`) and as it is (`beforeOf`). What is not read yet is noted there. */
  readonly world: World;
  readonly plan: Plan;
  readonly review: PlanReview;
}

/** What one check gets: the plan, and the objects it touches that are of the check's types. */
export interface CheckContext extends PolicyContext {
  readonly touched: readonly TouchedObject[];
}

/** The value of a parameter: a number, a text (`''` for none), or a list of texts. */
export type ParameterValue = number | string | readonly string[];

/** Something a project may set about a check. */
export interface CheckParameter {
  readonly default: ParameterValue;
  /** What it says, with its unit, as one sentence without a full stop. */
  readonly meaning: string;
  /** Bounds of a number, both allowed. */
  readonly least?: number;
  readonly most?: number;
}

/** One thing that a check objects to. Code, severity, summary and remedy are the check's. */
export interface CheckFinding {
  /** Why, with the values; one sentence. Never a secret. */
  readonly detail: string;
  readonly address?: string | undefined;
  readonly source?: SourceLocation | undefined;
}

/** What is known of a check besides how it works; listed by `signalbox policy list`. */
export interface CheckFacts {
  /** Stable for ever; what it means stands in an `errors.ts`. */
  readonly code: string;
  /** Stable kebab-case name for people. */
  readonly name: string;
  /** Severity where nothing is set. */
  readonly severity: Severity;
  /** Severity in protected environments where nothing is set; absent: the same. */
  readonly protectedSeverity?: Severity;
  /** What it looks at, as one sentence without a full stop. */
  readonly looksAt: string;
  readonly parameters: Readonly<Record<string, CheckParameter>>;
  /**
   * Set for checks that planning itself makes: they can not be turned off or waived, because nothing could be planned
   * safely without them. The text says what changes their answer.
   */
  readonly plannedBy?: string;
}

/** One built-in check: a pure look at a plan. One file each. */
export interface PolicyCheck extends CheckFacts {
  readonly code: PolicyErrorCode;
  /** Types of the touched objects it gets; absent: all. The one place where a check names them. */
  readonly types?: readonly string[];
  readonly run: (
    context: CheckContext,
    parameters: Readonly<Record<string, ParameterValue>>,
  ) => readonly CheckFinding[];
}

type ValuesOf<Parameters extends Readonly<Record<string, CheckParameter>>> = {
  readonly [Name in keyof Parameters]: Parameters[Name]['default'];
};

interface CheckDefinition<Parameters extends Readonly<Record<string, CheckParameter>>> extends Omit<
  PolicyCheck,
  'parameters' | 'run'
> {
  readonly parameters?: Parameters;
  readonly run: (context: CheckContext, parameters: ValuesOf<Parameters>) => readonly CheckFinding[];
}

/** The check as written, with its parameters' values typed by their defaults. */
export function defineCheck<Parameters extends Readonly<Record<string, CheckParameter>>>(
  definition: CheckDefinition<Parameters>,
): PolicyCheck {
  const { parameters, run, ...facts } = definition;
  return {
    ...facts,
    parameters: parameters ?? {},
    run: (context, values) => run(context, values as ValuesOf<Parameters>),
  };
}

/** The findings of a check that judges every touched object by itself: `judge` gives a sentence for each objection. */
export function findingsPerObject(
  { touched }: Pick<CheckContext, 'touched'>,
  judge: (object: TouchedObject) => readonly string[],
): readonly CheckFinding[] {
  return touched.flatMap((object) =>
    judge(object).map((detail) => ({ detail, address: object.address, source: object.source })),
  );
}
