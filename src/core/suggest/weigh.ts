import type { Features } from './features.ts';
import { likeness } from './names.ts';
import type { Evidence } from './suggestion.ts';

/** How often each value stands in the objects of one side. */
export type ValueCounts = ReadonlyMap<string, number>;

/** All that speaks for two objects being counterparts, strongest first. */
export function weigh(
  left: Features,
  right: Features,
  counts: { readonly left: ValueCounts; readonly right: ValueCounts },
): readonly Evidence[] {
  return [...byName(left, right), ...byValues(left, right, counts), ...byUsage(left, right)].toSorted(
    (one, other) => other.weight - one.weight,
  );
}

/** The chance that at least one of the reasons holds, taken as independent. */
export function scoreOf(evidence: readonly Evidence[]): number {
  return Math.round((1 - evidence.reduce((doubt, { weight }) => doubt * (1 - weight), 1)) * 100) / 100;
}

function byName(left: Features, right: Features): readonly Evidence[] {
  if (left.localPart !== undefined && left.localPart === right.localPart)
    return [{ kind: 'local-part', text: `same e-mail name "${left.localPart}"`, weight: 0.7 }];
  if (left.name.core === right.name.core) {
    const words = [...left.name.environmentWords, ...right.name.environmentWords];
    const but =
      words.length === 0 ? 'but for case and signs' : `but for ${words.map((word) => `"${word}"`).join(' and ')}`;
    return [{ kind: 'name', text: `same name ${but}`, weight: words.length === 0 ? 0.7 : 0.65 }];
  }
  const alike = likeness(left.name.core, right.name.core);
  if (alike < 0.6) return [];
  return [{ kind: 'similar-name', text: `names alike by ${Math.round(alike * 100)} %`, weight: alike * 0.4 }];
}

/** Only what no other object of either side has tells anything. */
function byValues(
  left: Features,
  right: Features,
  counts: { readonly left: ValueCounts; readonly right: ValueCounts },
): readonly Evidence[] {
  const shared = [...left.values].filter(
    ([value]) => right.values.has(value) && counts.left.get(value) === 1 && counts.right.get(value) === 1,
  );
  return shared.slice(0, 3).map(([, text], index) => ({
    kind: 'attribute',
    text: `only these two have ${text}`,
    weight: index === 0 ? 0.5 : 0.2,
  }));
}

function byUsage(left: Features, right: Features): readonly Evidence[] {
  const shared = left.users.intersection(right.users).size;
  if (shared === 0) return [];
  const all = left.users.union(right.users).size;
  const [example] = left.users.intersection(right.users);
  const rest = shared === 1 ? '' : ` and ${shared - 1} more`;
  const text = `used by the same ${shared} of ${all}: ${example ?? ''}${rest}`;
  return [{ kind: 'usage', text, weight: (0.6 * shared) / all }];
}
