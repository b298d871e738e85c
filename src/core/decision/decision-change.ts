import type { Json } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import type { Handle, Step } from '../plan/plan.ts';

/** Which step of which object a change is about. */
export interface ChangedObject {
  readonly type: string;
  readonly address: string;
  readonly handle: Handle;
}

/** What a field was to change from and to; a key that is absent had no value. */
export interface FieldValues {
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
}

/** What an expression was and what it gave. */
export interface ComputedValue {
  readonly expression: string;
  readonly value: Json;
}

/** One reason why two decisions differ. A closed union: switches over `kind` end in `satisfies never`. */
export type DecisionChange =
  | {
      readonly kind: 'artifact' | 'environment' | 'environment-rules' | 'organisation';
      readonly earlier: string;
      readonly later: string;
    }
  | ({ readonly kind: 'step-appeared' | 'step-vanished'; readonly step: Step['kind'] } & ChangedObject)
  | ({ readonly kind: 'step-kind'; readonly earlier: Step['kind']; readonly later: Step['kind'] } & ChangedObject)
  | ({ readonly kind: 'step-object'; readonly earlier: Handle } & ChangedObject)
  | ({
      readonly kind: 'field';
      readonly path: FieldPath;
      /** Absent where the field did not change in the earlier one. */
      readonly earlier?: FieldValues | undefined;
      /** Absent where it does not change any more in the later one. */
      readonly later?: FieldValues | undefined;
    } & ChangedObject)
  | ({ readonly kind: 'match-appeared' | 'match-vanished'; readonly action: number } & ChangedObject)
  | {
      readonly kind: 'value';
      readonly action: number;
      readonly address: string;
      readonly path: FieldPath;
      readonly earlier?: ComputedValue | undefined;
      readonly later?: ComputedValue | undefined;
    }
  /** The same things in another form: order of matches, numbers of new objects. */
  | { readonly kind: 'form' };
