import { catalogue } from '../../../catalog/index.ts';
import type { NotCompared } from '../../../core/compare/index.ts';
import type { Mode, Portability, ResourceDescriptor } from '../../../core/resource/index.ts';
import type { LoadedEnvironment } from '../../../project/index.ts';

/** Types to look at, and those that are left to each environment. */
export interface ChosenTypes {
  readonly types: readonly string[];
  readonly leftOut: readonly NotCompared[];
}

/**
 * Types to look at in two environments: those that were named, else what both manage, seed or observe and what is not each
 * environment's own.
 */
export function chosenTypes(
  named: readonly string[] | undefined,
  environments: readonly LoadedEnvironment[],
): ChosenTypes {
  if (named !== undefined) return { types: named, leftOut: [] };
  const kept = descriptors().filter((descriptor) =>
    environments.every((environment) => isKept(descriptor, environment)),
  );
  const isOwn = (descriptor: ResourceDescriptor): boolean => portabilityIn(descriptor, environments) === 'environment';
  return {
    types: kept.filter((descriptor) => !isOwn(descriptor)).map(({ type }) => type),
    leftOut: kept
      .filter(isOwn)
      .map(({ type }) => ({ type, because: 'every environment has its own (--type compares them)', addresses: [] })),
  };
}

/** Types that these refer to and that stand for a counterpart in each environment, or are each environment's own. */
export function counterpartTypes(
  types: readonly string[],
  environments: readonly LoadedEnvironment[],
): readonly string[] {
  const targets = new Set(
    types.flatMap((type) =>
      (catalogue.find(type)?.references ?? []).flatMap((rule) =>
        typeof rule.type === 'string' ? [rule.type] : Object.values(rule.type.types),
      ),
    ),
  );
  return descriptors()
    .filter(({ type, shape }) => targets.has(type) && shape.kind === 'object')
    .filter((descriptor) => portabilityIn(descriptor, environments) !== 'portable')
    .map(({ type }) => type);
}

function descriptors(): readonly ResourceDescriptor[] {
  return catalogue.types.flatMap((type) => catalogue.find(type) ?? []);
}

function portabilityIn(
  { type, portability }: ResourceDescriptor,
  environments: readonly LoadedEnvironment[],
): Portability {
  const given = environments.flatMap(({ rules }) => rules.portability?.[type] ?? []);
  return given[0] ?? portability;
}

function isKept({ type, shape, defaultMode }: ResourceDescriptor, { rules }: LoadedEnvironment): boolean {
  const given: Mode | undefined = rules.modes[type];
  const mode = given ?? defaultMode;
  if (mode === 'reference') return false;
  return shape.kind === 'object' || mode !== 'observe' || given !== undefined;
}
