import type { TextComparison } from '../three-way/index.ts';
import type { OwnershipRule } from '../environment/environment.ts';
import type { JsonObject } from '../json/json.ts';
import type { Plan } from '../plan/plan.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import type { Contents } from '../resource/live-object.ts';
import type { Consumer } from '../resource/snapshot.ts';
import type { AppliedStep } from './applied-step.ts';
import type { Names } from './label-steps.ts';

/** An object that has the key of one to be made anew. */
export interface KeyHolder {
  readonly id: string;
  readonly document: JsonObject;
}

/** Everything a rollback plan is a function of. */
export interface RollbackInput {
  readonly run: { readonly id: string; readonly plan: Plan };
  /** What the run applied and nobody took back yet, in plan order. */
  readonly applied: readonly AppliedStep[];
  /** One-line addresses to take back, `*` for any text, or types; absent: all. */
  readonly only?: readonly string[] | undefined;
  /** Takes back fields that were changed later, too; those later changes are lost. */
  readonly overwriteLater: boolean;
  readonly environmentDigest: string;
  /** Who owns what by now; records of other tools count. */
  readonly ownership?: readonly OwnershipRule[] | undefined;
  readonly catalogue: Catalogue;
  readonly contentFormats: TextComparison['contentFormats'];
  /** Linked documents now, by `type id`; absent when the object is not there. */
  readonly live: Readonly<Record<string, JsonObject>>;
  /** Who uses an object now, by `type id`: as the platform tells, and as the references of live objects say. */
  readonly consumers: Readonly<Record<string, readonly Consumer[]>>;
  /** What was not looked into for users, by `type id`, in words. */
  readonly unsearched: Readonly<Record<string, readonly string[]>>;
  /** Who has the key of a deleted object now, by step id. */
  readonly holders: Readonly<Record<string, readonly KeyHolder[]>>;
  /** Ids that later runs replaced, old to new. */
  readonly newIds: Readonly<Record<string, string>>;
  /** Texts by digest that documents name. */
  readonly contents: Contents;
  /** Addresses of objects by `type id`, as far as they are known; for people only. */
  readonly names: Names;
  readonly asOf: string;
}
