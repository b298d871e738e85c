import type { Catalogue, ReferenceRule, ResourceDescriptor, Reversibility } from '../../core/resource/index.ts';

const undone: Readonly<Record<Reversibility, string>> = {
  exact: 'exactly',
  'new-id': 'with a new id',
  irreversible: 'not at all',
};

/** The page `docs/resource-types.md`: an overview of all types, then what documents of each may say. Markdown. */
export function renderResourceTypes(catalogue: Catalogue): string {
  const descriptors = catalogue.types.flatMap((type) => catalogue.find(type) ?? []);
  return [...introduction, ...overview(descriptors), ...descriptors.flatMap(section), ''].join('\n');
}

const introduction = [
  '# Resource types',
  '',
  'Written from the descriptors in `src/catalog`; do not edit by hand (`npx vitest run src/catalog -u` writes it again).',
  '',
  'The **key** names an object in every environment; ids never appear in files. **Mode** is how a type is kept unless the',
  'project says otherwise: `manage` in full, `seed` creates what is missing and then leaves it, `observe` watches, `reference`',
  'only resolves. **Travels** says how a reference gets to another environment: `portable` by its name, `mapped` to a',
  'counterpart there, `environment` not at all.',
  '',
];

function overview(descriptors: readonly ResourceDescriptor[]): readonly string[] {
  const rows = descriptors.map((descriptor) => {
    const { type, noun, key, defaultMode, portability, reversibility, restorable } = descriptor;
    const undo = restorable ? 'by restoring it' : undone[reversibility.delete];
    return `| [${type}](#${type}) | ${noun} | ${code(key.fields)} | ${defaultMode} | ${portability} | ${descriptor.api.delete ? undo : '–'} |`;
  });
  return [
    '| type | is | key | mode | travels | a delete can be undone |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function section(descriptor: ResourceDescriptor): readonly string[] {
  return [
    `## ${descriptor.type}`,
    '',
    ...facts(descriptor).map((fact) => `- ${fact}`),
    ...references(descriptor.references),
    '',
  ];
}

function facts(descriptor: ResourceDescriptor): readonly string[] {
  const { key, shape, content } = descriptor;
  const rest = descriptor.fields.filter((field) => !key.fields.includes(field));
  return [
    ...(shape.kind === 'object'
      ? []
      : [
          `${shape.kind === 'facet' ? 'A part' : 'A child'} of \`${shape.parentType}\`, named in \`${shape.parentField}\``,
        ]),
    `Key ${code(key.fields)}: ${key.compare === 'exact' ? 'compared exactly' : 'case does not count'}${key.unique ? '' : '; the platform allows twins'}`,
    ...(rest.length > 0 ? [`Other fields: ${code(rest)}`] : []),
    `A new one needs ${code(descriptor.required)}`,
    ...(descriptor.createOnly.length > 0 ? [`Fixed once it exists: ${code(descriptor.createOnly)}`] : []),
    ...(content === undefined ? [] : [`\`${content.field}\` is a file of its own (${content.format})`]),
    ...listFacts(descriptor),
    ...(descriptor.secret.length > 0 ? [`Never read or written: ${code(descriptor.secret)}`] : []),
    `${descriptor.versioned ? 'Counts versions: a stale write is refused' : 'Counts no versions: the last write wins, so writes are compared first'}`,
    `A change reaches ${descriptor.effect === 'none' ? 'no interactions' : descriptor.effect === 'new-only' ? 'new interactions only' : 'interactions in progress'}`,
    ...permissionFacts(descriptor),
  ];
}

function listFacts({ lists }: ResourceDescriptor): readonly string[] {
  const free = Object.entries(lists).filter(([, rule]) => rule.kind !== 'ordered');
  return free.length === 0 ? [] : [`Order does not count in ${code(free.map(([pattern]) => pattern))}`];
}

function permissionFacts({ permissions }: ResourceDescriptor): readonly string[] {
  const named = [...new Set(Object.values(permissions).flat())];
  return named.length === 0 ? [] : [`Permissions: ${code(named)}`];
}

function references(rules: readonly ReferenceRule[]): readonly string[] {
  if (rules.length === 0) return [];
  const rows = rules.map(({ path, type }) => {
    const types = typeof type === 'string' ? [type] : Object.values(type.types);
    return `| \`${path}\` | ${code(types)} |`;
  });
  return ['', '| reference | to |', '| --- | --- |', ...rows];
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
