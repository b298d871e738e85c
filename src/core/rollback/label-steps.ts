import type { Json } from '../json/json.ts';
import type { Step } from '../plan/plan.ts';
import { mapReferences, referencesIn } from '../resource/reference.ts';

/** One-line addresses by `type id`. */
export type Names = Readonly<Record<string, string>>;

/** The steps with `$ref` beside every reference whose name is known; for people, it decides nothing. */
export function labelSteps(steps: readonly Step[], names: Names): readonly Step[] {
  return steps.map((step) => mapReferences(step as unknown as Json, labelWith(names)) as unknown as Step);
}

/** References in the steps that have no name yet, as type and id, each once. */
export function unnamedIn(steps: readonly Step[]): readonly { readonly type: string; readonly id: string }[] {
  const found = referencesIn(steps as unknown as Json).filter(({ $ref }) => $ref === undefined);
  const byName = new Map(found.map(({ $type, $handle }) => [`${$type} ${$handle}`, { type: $type, id: $handle }]));
  return [...byName.values()];
}

function labelWith(names: Names) {
  return ({
    $handle,
    $type,
    $ref,
  }: {
    readonly $handle: string;
    readonly $type: string;
    readonly $ref?: string;
  }): Json => {
    const name = names[`${$type} ${$handle}`] ?? $ref;
    return { $handle, $type, ...(name === undefined ? {} : { $ref: name }) };
  };
}
