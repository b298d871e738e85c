import type { Catalogue, Mode, ResourceDescriptor } from '../../core/resource/index.ts';

/** What to export. */
export interface ExportChoice {
  /** Modes that differ from the descriptors' defaults, by type. */
  readonly modes: Readonly<Record<string, Mode>>;
  /** Only these types; otherwise everything that is managed, seeded or observed. */
  readonly only?: readonly string[] | undefined;
  /** Types that hold people, which are exported on request only. */
  readonly includePeople?: boolean | undefined;
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

/** The types whose objects must be known so that the chosen ones can be written with names: targets and parents. */
export function neededTypes(catalogue: Catalogue, chosen: readonly ResourceDescriptor[]): readonly string[] {
  const needed = new Set<string>();
  for (const descriptor of chosen) {
    for (const type of [descriptor.type, ...targetsOf(descriptor)]) {
      if (catalogue.find(type)?.shape.kind === 'object') needed.add(type);
    }
  }
  return [...needed].toSorted();
}

function isChosen(descriptor: ResourceDescriptor, choice: ExportChoice): boolean {
  if (choice.only !== undefined) return choice.only.includes(descriptor.type);
  const given = choice.modes[descriptor.type];
  const mode = given ?? descriptor.defaultMode;
  // A person's mode alone does not export them: what they are called is theirs.
  if (mode === 'reference') return choice.includePeople === true && isPeople(descriptor);
  return descriptor.shape.kind === 'object' || mode !== 'observe' || given !== undefined;
}

function isPeople(descriptor: ResourceDescriptor): boolean {
  return descriptor.portability === 'mapped' && descriptor.defaultMode === 'reference';
}

function targetsOf(descriptor: ResourceDescriptor): readonly string[] {
  const parent = descriptor.shape.kind === 'object' ? [] : [descriptor.shape.parentType];
  return [
    ...parent,
    ...descriptor.references.flatMap((rule) =>
      typeof rule.type === 'string' ? [rule.type] : Object.values(rule.type.types),
    ),
  ];
}
