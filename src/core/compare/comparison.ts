import type { DeclaredException, EnvironmentRules } from '../environment/environment.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';

/** An object of one environment as a document: references as `{ $ref }`, content as `{ $content: digest }`. */
export interface ComparedObject {
  /** One-line address in its own environment. */
  readonly address: string;
  readonly type: string;
  /** Parent first. */
  readonly key: readonly string[];
  readonly document: JsonObject;
  /** Fields that could not be read in full, which are not compared. */
  readonly lost?: readonly string[] | undefined;
  /** True where other objects of its environment have the same name, so that it has no counterpart. */
  readonly shared?: boolean | undefined;
}

/** What a comparison knows of one of the two environments. */
export type ComparedRules = Pick<EnvironmentRules, 'name' | 'mappings' | 'valueMappings' | 'exceptions'>;

/** How a difference is to be taken: as its mappings say, as somebody answers for it, or as nobody does. */
export type DifferenceClass = 'mapped' | 'declared' | 'undeclared';

/** A difference that the files of the project mean: a document or a field that only one environment has so. */
export interface ConfigDeclaration {
  readonly side: 'left' | 'right';
  /** Address in the environment of that side. */
  readonly address: string;
  /** Absent: that the object exists there. */
  readonly path?: FieldPath | undefined;
  /** What the field then is there; absent where that can not be told without the organisation. */
  readonly value?: Json | undefined;
  /** The file that says so. */
  readonly file: string;
}

/** One field that is not the same on both sides. */
export interface FieldDifference {
  readonly path: FieldPath;
  readonly class: DifferenceClass;
  /** As the left environment has it; absent where it says nothing. */
  readonly left?: Json | undefined;
  readonly right?: Json | undefined;
  /** Who or what declares it, or that an exception has expired. */
  readonly because?: string | undefined;
}

/** One object that is not the same on both sides; its class is the worst of its fields'. */
export interface ObjectDifference {
  readonly kind: 'changed' | 'only-left' | 'only-right';
  readonly type: string;
  readonly class: DifferenceClass;
  /** Addresses on the sides on which it is. */
  readonly left?: string | undefined;
  readonly right?: string | undefined;
  /** Sorted by path; empty for objects of one side. */
  readonly fields: readonly FieldDifference[];
  readonly because?: string | undefined;
}

/** How many objects are how alike. An object on one side only counts once. */
export interface ComparisonCount {
  readonly compared: number;
  readonly identical: number;
  readonly mapped: number;
  readonly declared: number;
  readonly undeclared: number;
}

/** What was left out, and why. */
export interface NotCompared {
  readonly type: string;
  readonly because: string;
  /** Objects that this concerns, where they are known. */
  readonly addresses: readonly string[];
}

/** Where one side of a comparison comes from. */
export interface ComparedSide {
  readonly environment: string;
  /** Absent where a folder does not say. */
  readonly organisationId?: string | undefined;
  /** `live`, or the folder or file that was read. */
  readonly source: string;
  /** ISO instant; absent for folders. */
  readonly takenAt?: string | undefined;
}

/** Two environments side by side; a value that survives JSON. */
export interface EnvironmentComparison {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** Sorted by type. */
  readonly types: readonly (ComparisonCount & { readonly type: string })[];
  readonly total: ComparisonCount;
  /** Sorted by type and address. */
  readonly differences: readonly ObjectDifference[];
  readonly notCompared: readonly NotCompared[];
  /** Exceptions of both environments whose day has passed. */
  readonly expired: readonly DeclaredException[];
}

/** How well the left environment predicts the right one: the share of objects that are as expected; undefined for none. */
export function predictionOf({ compared, undeclared }: ComparisonCount): number | undefined {
  return compared === 0 ? undefined : (compared - undeclared) / compared;
}
