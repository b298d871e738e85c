import type { Catalogue, Mode, ResourceDescriptor } from '../../../core/resource/index.ts';
import { fitsType, isOneType, type AddressPattern } from './address-pattern.ts';

/** What to export. What is not given does not narrow. */
export interface ExportChoice {
  /** Modes that differ from the descriptors' defaults, by type. */
  readonly modes: Readonly<Record<string, Mode>>;
  /** Only these types; otherwise everything that is managed, seeded or observed. */
  readonly only?: readonly string[] | undefined;
  /** Types that hold people, which are exported on request only. */
  readonly includePeople?: boolean | undefined;
  /** Only objects that fit one of these. */
  readonly include?: readonly AddressPattern[] | undefined;
  /** No object that fits one of these, not even as a dependency. */
  readonly exclude?: readonly AddressPattern[] | undefined;
  /** Only objects of these divisions, by name; parts lie where their parent does. */
  readonly divisions?: readonly string[] | undefined;
  /** How many references away from what was chosen objects are exported too; 0 or absent: none. */
  readonly dependencyDepth?: number | undefined;
}

/**
 * The descriptors to export, sorted by type. Types that are only referred to stay out, and so do parts that are merely
 * observed, unless named: each of those costs a request per parent.
 */
export function chooseTypes(catalogue: Catalogue, choice: ExportChoice): readonly ResourceDescriptor[] {
  return catalogue.types.flatMap((type) => {
    const descriptor = catalogue.find(type);
    return descriptor !== undefined && isChosen(descriptor, choice) ? [descriptor] : [];
  });
}

/** True when an export takes the type without being told its name. */
export function isExportedUnasked(
  { type, defaultMode, shape, portability }: ResourceDescriptor,
  choice: ExportChoice,
): boolean {
  const given = choice.modes[type];
  const mode = given ?? defaultMode;
  // A person's mode alone does not export them: what they are called is theirs.
  if (mode === 'reference')
    return choice.includePeople === true && portability === 'mapped' && defaultMode === 'reference';
  return shape.kind === 'object' || mode !== 'observe' || given !== undefined;
}

function isChosen(descriptor: ResourceDescriptor, choice: ExportChoice): boolean {
  const { type } = descriptor;
  const named = choice.include?.filter((pattern) => fitsType(pattern, type));
  if (named?.length === 0 || choice.only?.includes(type) === false) return false;
  if (choice.exclude?.some((pattern) => pattern.key === undefined && fitsType(pattern, type)) === true) return false;
  return choice.only !== undefined || named?.some(isOneType) === true || isExportedUnasked(descriptor, choice);
}
