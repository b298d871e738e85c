import {
  typeOperations,
  typeSheetOf,
  type Catalogue,
  type Possibility,
  type TypeSheet,
} from '../../core/resource/index.ts';

/** The page `docs/resource-types.md`: an overview of all types, then what documents of each may say. Markdown. */
export function renderResourceTypes(catalogue: Catalogue): string {
  const sheets = catalogue.types.flatMap((type) => catalogue.find(type) ?? []).map(typeSheetOf);
  return [...introduction(sheets), ...overview(sheets), ...sheets.flatMap(section), ''].join('\n');
}

function introduction(sheets: readonly TypeSheet[]): readonly string[] {
  const levels = (['A', 'B', 'C'] as const).map(
    (level) => `${sheets.filter((sheet) => sheet.level === level).length} of level ${level}`,
  );
  return [
    '# Resource types',
    '',
    'Written from the descriptors in `src/catalog`; do not edit by hand (`npx vitest run src/catalog -u` writes it again).',
    '`signalbox types` prints the same.',
    '',
    `${sheets.length} types: ${levels.join(', ')}. **Level** A: all behaviours are proven here; B: proven through the official SDK; C: facts only.`,
    '**Export**, **create**, **update**, **delete** and **rename** say what Signalbox can do with the objects of a type; why',
    'not, where it can not, stands with the type below. `asked`: only when the type is named. **Mode** is how a type is kept',
    'unless the project says otherwise: `manage` in full, `seed` creates what is missing and then leaves it, `observe`',
    'watches, `reference` only resolves. **Versioned**: a stale write is refused. **References** counts the places that may',
    'point at other objects. **Travels** says how a reference to the type gets to another environment: `portable` by its',
    'name, `mapped` to a counterpart there, `environment` not at all. **Limits** counts what can not be done and what is left',
    'out, with reasons below. The **key** names an object in every environment; ids never appear in files.',
    '',
  ];
}

function overview(sheets: readonly TypeSheet[]): readonly string[] {
  const rows = sheets.map((sheet) => {
    const operations = typeOperations.map((operation) => cell(sheet.operations[operation]));
    return row([
      `[${sheet.type}](#${sheet.type})`,
      sheet.area,
      sheet.level,
      ...operations,
      sheet.defaultMode,
      sheet.versioned ? 'yes' : '–',
      String(sheet.references.length),
      sheet.portability,
      String(limitsOf(sheet).length),
    ]);
  });
  const names = ['type', 'area', 'level', ...typeOperations, 'mode', 'versioned', 'references', 'travels', 'limits'];
  return [row(names), row(names.map(() => '---')), ...rows, ''];
}

function section(sheet: TypeSheet): readonly string[] {
  return [
    `## ${sheet.type}`,
    '',
    `Area ${sheet.area}, level ${sheet.level}, mode ${sheet.defaultMode}: ${sheet.noun}.`,
    '',
    ...facts(sheet).map((fact) => `- ${fact}`),
    ...limitsOf(sheet).map((limit) => `- ${limit}`),
    ...references(sheet),
    '',
  ];
}

function facts(sheet: TypeSheet): readonly string[] {
  return [
    ...placeFacts(sheet),
    ...named('Other fields', sheet.fields),
    ...(sheet.operations.create.can === 'no' ? [] : named('A new one needs', sheet.required)),
    ...named('Fixed once it exists', sheet.createOnly),
    ...(sheet.content === undefined
      ? []
      : [`\`${sheet.content.field}\` is a file of its own (${sheet.content.format})`]),
    ...named('Order does not count in', sheet.unordered),
    ...named('Never read or written', sheet.secret),
    sheet.versioned
      ? 'Counts versions: a stale write is refused'
      : 'Counts no versions: the last write wins, so writes are compared first',
    ...(sheet.undoOfDelete === undefined ? [] : [`A delete can be undone ${sheet.undoOfDelete}`]),
    `A change reaches ${effects[sheet.effect]}`,
    ...named('Permissions', [...new Set(Object.values(sheet.permissions).flat())]),
  ];
}

const effects = {
  'in-progress': 'interactions in progress',
  'new-only': 'new interactions only',
  none: 'no interactions',
} as const;

function placeFacts({ type, key, shape }: TypeSheet): readonly string[] {
  if (shape.kind === 'object' && shape.single === true)
    return [`An organisation has exactly one: \`${type}/organisation\``];
  const compared = `${key.compare === 'exact' ? 'compared exactly' : 'case does not count'}${key.unique ? '' : '; the platform allows twins'}`;
  const keyFact = `Key ${code(key.fields)}: ${compared}`;
  if (shape.kind === 'object') return [keyFact];
  const part = shape.kind === 'facet' ? 'A part' : 'A child';
  return [`${part} of \`${shape.parentType}\`, named in \`${shape.parentField}\``, keyFact];
}

/** What can not be done, with its reason, and what else is left out or not proven. */
function limitsOf(sheet: TypeSheet): readonly string[] {
  const impossible = typeOperations.flatMap((operation) => {
    const { can, because } = sheet.operations[operation];
    return can === 'no' || can === 'asked' ? [`${sentences[operation][can]}: ${because ?? 'not offered'}`] : [];
  });
  return [...impossible, ...sheet.knownLimits];
}

const sentences = {
  export: { no: 'Is not exported', asked: 'Is exported only when it is named' },
  create: { no: 'Can not be created', asked: 'Is created only when it is named' },
  update: { no: 'Can not be updated', asked: 'Is updated only when it is named' },
  delete: { no: 'Can not be deleted', asked: 'Is deleted only when it is named' },
  rename: { no: 'Can not be renamed', asked: 'Is renamed only when it is named' },
} as const;

function references({ references: places }: TypeSheet): readonly string[] {
  if (places.length === 0) return [];
  const rows = places.map(({ path, types, when }) =>
    row([`\`${path}\`${when === undefined ? '' : ` where ${when}`}`, code(types)]),
  );
  return ['', row(['reference', 'to']), row(['---', '---']), ...rows];
}

function cell({ can }: Possibility): string {
  return can === 'no' ? '–' : can;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function named(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${name}: ${code(values)}`];
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
