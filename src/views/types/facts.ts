import { typeOperations, type Possibility, type TypeSheet } from '../../core/resource/index.ts';

/** One line of a type's page. */
export interface TypeFact {
  readonly name: string;
  readonly text: string;
}

/** What a type's page says beside its references and known limits, in order; plain text. */
export function typeFacts(sheet: TypeSheet): readonly TypeFact[] {
  const { key, shape } = sheet;
  return [
    { name: 'area', text: sheet.area },
    { name: 'level', text: levels[sheet.level] },
    { name: 'mode', text: modes[sheet.defaultMode] },
    { name: 'travels', text: portabilities[sheet.portability] },
    ...(shape.kind === 'object'
      ? []
      : [{ name: 'belongs to', text: `${shape.parentType}, named in ${shape.parentField} (${shape.kind})` }]),
    ...typeOperations.map((operation) => ({ name: operation, text: possibility(sheet.operations[operation]) })),
    ...(sheet.undoOfDelete === undefined ? [] : [{ name: 'undo delete', text: sheet.undoOfDelete }]),
    { name: 'versioned', text: sheet.versioned ? 'yes: a stale write is refused' : 'no: the last write wins' },
    { name: 'reaches', text: effects[sheet.effect] },
    ...listed('key', key.fields, keyRemark(sheet)),
    ...listed('fields', sheet.fields),
    ...listed('needs', sheet.required),
    ...listed('fixed', sheet.createOnly),
    ...(sheet.content === undefined
      ? []
      : [{ name: 'file', text: `${sheet.content.field} is a file of its own (${sheet.content.format})` }]),
    ...listed('no order', sheet.unordered),
    ...listed('secret', sheet.secret, ': never read, never exported'),
    ...(['view', 'add', 'edit', 'delete'] as const).flatMap((use) => listed(`to ${use}`, sheet.permissions[use])),
  ];
}

const levels = {
  A: 'A: all behaviours are proven here',
  B: 'B: proven through the official SDK',
  C: 'C: facts only',
} as const;
const modes = {
  manage: 'manage: kept in full',
  seed: 'seed: what is missing is created, then left alone',
  observe: 'observe: watched, never written',
  reference: 'reference: only resolved by its key',
} as const;
const portabilities = {
  portable: 'portable: by its name',
  mapped: 'mapped: to a counterpart in each environment',
  environment: 'environment: not at all',
} as const;
const effects = {
  'in-progress': 'interactions in progress',
  'new-only': 'new interactions only',
  none: 'no interactions',
} as const;

function possibility({ can, because }: Possibility): string {
  const word = can === 'asked' ? 'only when named' : can;
  return because === undefined ? word : `${word}: ${because}`;
}

function keyRemark({ key }: TypeSheet): string {
  return ` (${key.compare === 'exact' ? 'compared exactly' : 'case does not count'}${key.unique ? '' : ', twins are possible'})`;
}

function listed(name: string, values: readonly string[], remark = ''): readonly TypeFact[] {
  return values.length === 0 ? [] : [{ name, text: values.join(', ') + remark }];
}
