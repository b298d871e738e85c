import type { DeclaredException } from '../environment/environment.ts';
import type { Json } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';

/** One owned field whose live value is not the one we last deployed or accepted. */
export interface DriftedField {
  readonly path: FieldPath;
  readonly baseline?: Json | undefined;
  /** Absent when the field has no value any more. */
  readonly live?: Json | undefined;
  /** The exception that covered it until its day. */
  readonly expired?: DeclaredException | undefined;
}

/**
 * What kind of drift it is: owned fields `changed` · the object is `deleted` · it was `renamed` (perhaps changed too) ·
 * its published `content` is another revision than the one we published.
 */
export type DriftKind = 'changed' | 'deleted' | 'renamed' | 'content';

/**
 * Where drift comes from: a `foreign-edit` by a person or another client, a `partial-deployment` of ours that did not
 * come to its end, a `platform-change` that nobody asked for, or `unknown` when the audits do not tell.
 */
export type DriftOrigin = 'foreign-edit' | 'partial-deployment' | 'platform-change' | 'unknown';

/** Who changed an object, as the platform recorded it. */
export interface DriftAuthor {
  readonly kind: 'person' | 'client' | 'platform';
  readonly name: string;
  /** ISO instant of the change. */
  readonly at: string;
  /** What the platform calls the change (`Update`). */
  readonly action: string;
  readonly remoteAddress?: string | undefined;
}

/** One object that is not as its baseline says. */
export interface DriftFinding {
  readonly kind: DriftKind;
  /** The one-line address in the baseline. */
  readonly address: string;
  readonly type: string;
  readonly id: string;
  /** For `renamed`: what it is called now. */
  readonly renamedTo?: string | undefined;
  /** Sorted by path; empty for `deleted`. */
  readonly fields: readonly DriftedField[];
  readonly origin: DriftOrigin;
  /** Newest first; empty when the audits do not tell. */
  readonly authors: readonly DriftAuthor[];
  /** The exception that covered the whole object until its day. */
  readonly expired?: DeclaredException | undefined;
}

/** Drift that somebody answers for; it is no finding. */
export interface DeclaredDrift {
  readonly address: string;
  readonly kind: DriftKind;
  /** Absent where the whole object is meant. */
  readonly path?: FieldPath | undefined;
  readonly exception: DeclaredException;
}

/** Something that could not be compared, and why. */
export interface DriftBlindSpot {
  readonly type: string;
  readonly because: string;
  /** Addresses of the baseline that were not found and may only be invisible. */
  readonly addresses: readonly string[];
}

/** Live against baseline, for one environment at one instant; a value that survives JSON. */
export interface DriftReport {
  readonly environment: string;
  readonly organisationId: string;
  /** ISO instant of the first read. */
  readonly takenAt: string;
  /** Objects of the baseline that were compared. */
  readonly compared: number;
  /** Sorted by address. */
  readonly findings: readonly DriftFinding[];
  /** What exceptions cover, in the order of findings. */
  readonly declared: readonly DeclaredDrift[];
  readonly blindSpots: readonly DriftBlindSpot[];
  /** False when audits could not be read, so that nobody can be named. */
  readonly attributed: boolean;
}
