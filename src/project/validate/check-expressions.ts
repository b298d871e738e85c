import {
  nearestName,
  SignalboxError,
  type Action,
  type ChangeTest,
  type Diagnostic,
  type Json,
} from '../../core/index.ts';
import {
  checkExpression,
  conditionPlace,
  placedExpressionsOf,
  placeIn,
  readsOfExpression,
  type ExpressionPlace,
  type KindOfChain,
  type PlacedExpression,
  type ValueKind,
  type ValuePlace,
} from '../../core/expression/index.ts';
import type { FieldShapes } from '../../core/resource/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { AuthoredAction, LoadedChangeset, LoadedEnvironment, ProjectDocument } from '../project.ts';
import { withInputs, withObject } from './known-kinds.ts';

const everywhere = ['inputs', 'env', 'now'];

/** What is wrong with the expressions in a document. Which variables there are depends on the changeset using it. */
export function checkDocumentExpressions({ document, source, spans }: ProjectDocument): readonly Diagnostic[] {
  return checkValue(document, { ...source, spans });
}

/**
 * What is wrong with the expressions of a changeset: syntax, unknown functions, variables and inputs, and kinds of values
 * that no data can make right.
 */
export function checkChangesetExpressions(
  changeset: LoadedChangeset,
  context: { readonly kindOf: KindOfChain; readonly shapes?: FieldShapes | undefined },
): readonly Diagnostic[] {
  const inputs = Object.keys(changeset.inputs);
  const kindOf = withInputs(changeset.inputs, context.kindOf);
  const known = { names: [...everywhere], inputs, kindOf, shapes: context.shapes };
  const ofActions = changeset.actions.flatMap((authored) => checkAction(authored, known));
  const lets = changeset.actions.flatMap(({ action }) => (action.kind === 'let' ? [action.name] : []));
  return [
    ...ofActions,
    ...changeset.tests.flatMap((test) => checkTest(test, { names: [...everywhere, ...lets], inputs, kindOf })),
  ];
}

/** What is wrong with the expressions of an environment's tests, which know no inputs or variables of a changeset. */
export function checkEnvironmentTests({ rules }: LoadedEnvironment): readonly Diagnostic[] {
  return (rules.tests ?? []).flatMap((test) =>
    checkTest(test, { names: ['env', 'now'], inputs: [], kindOf: () => 'any' }),
  );
}

function checkTest(test: ChangeTest, known: Known): readonly Diagnostic[] {
  if ('assert' in test) return checkOne(test.assert, conditionPlace(test, '/assert'), known, 'boolean');
  const { source } = test;
  if ('route' in test)
    return [
      ...checkValue([test.route.number, test.route.at], source, known),
      ...checkOne(test.route.expect, source, { ...known, names: [...known.names, 'route'] }),
    ];
  if ('http' in test) return checkValue(test.http as unknown as Json, source, known);
  if ('command' in test) return checkValue(test.command as unknown as Json, source, known);
  const { expect, inputs } = test.dataAction;
  return [
    ...checkValue(inputs, source, known),
    ...(expect === undefined ? [] : checkOne(expect, source, { ...known, names: ['result'] })),
  ];
}

/** What is wrong with the condition of a label selector: it sees the object and the environment, nothing else. */
export function checkSelectorExpression(where: string, place: ExpressionPlace): readonly Diagnostic[] {
  return checkOne(where, place, { names: ['object', 'env'], inputs: [], kindOf: () => 'any' });
}

interface Known {
  /** Variables that expressions can use; `let` adds to them. */
  readonly names: string[];
  readonly inputs: readonly string[];
  readonly kindOf: KindOfChain;
  readonly shapes?: FieldShapes | undefined;
}

function checkAction({ action, inner }: AuthoredAction, known: Known): readonly Diagnostic[] {
  const inRound = 'as' in action ? withVariable(known, action) : known;
  const condition = (source: string | undefined, pointer: string, among: Known): readonly Diagnostic[] =>
    source === undefined ? [] : checkOne(source, conditionPlace(action, pointer), among, 'boolean');
  const found = [
    ...condition(action.when, '/when', known),
    ...('where' in action ? condition(action.where, '/where', inRound) : []),
    ...valuesOf(action).flatMap(({ value, pointer, isInRound = false, wanted }) =>
      value === undefined ? [] : checkValue(value, placeIn(action, pointer), isInRound ? inRound : known, wanted),
    ),
  ];
  // Variables that a round sets are known in that round only.
  const round = { ...inRound, names: [...inRound.names] };
  found.push(...inner.flatMap((each) => checkAction(each, round)));
  if (action.kind === 'let') known.names.push(action.name);
  return found;
}

function withVariable(known: Known, action: Extract<Action, { readonly as: string }>): Known {
  const type = action.kind === 'forEach' ? action.type : undefined;
  const kindOf = withObject({ name: action.as, type, shapes: known.shapes }, known.kindOf);
  return { ...known, names: [...known.names, action.as], kindOf };
}

interface PlacedPart {
  readonly value: Json | undefined;
  readonly pointer: string;
  /** True where the variable of the iterator is known. */
  readonly isInRound?: boolean;
  /** What a text that is wholly `${…}` must give. */
  readonly wanted?: ValueKind;
}

/** The values of an action in which expressions may stand. */
function valuesOf(action: Action): readonly PlacedPart[] {
  switch (action.kind) {
    case 'let':
      return [{ value: action.value, pointer: '/value' }];
    case 'forEach':
      return [
        { value: action.expect as Json | undefined, pointer: '/expect', wanted: 'number' },
        { value: action.set, pointer: '/set', isInRound: true },
        { value: action.rename, pointer: '/rename', isInRound: true },
      ];
    case 'forEachValue':
      return [
        { value: action.in, pointer: '/in', ...(typeof action.in === 'string' ? { wanted: 'list' as const } : {}) },
        { value: action.expect as Json | undefined, pointer: '/expect', wanted: 'number' },
      ];
    case 'ensure':
    case 'create':
    case 'update':
      return [
        { value: action.target.key, pointer: '/target/key' },
        { value: action.set, pointer: '/set' },
      ];
    case 'delete':
      return [{ value: action.target.key, pointer: '/target/key' }];
    case 'rename':
      return [
        { value: action.target.key, pointer: '/target/key' },
        { value: action.to, pointer: '/to' },
      ];
    default:
      return action satisfies never;
  }
}

function checkValue(value: Json, place: ValuePlace, known?: Known, wanted?: ValueKind): readonly Diagnostic[] {
  const expressions = expressionsIn(value, place);
  return 'code' in expressions
    ? [expressions]
    : expressions.flatMap(({ source, where, isWhole }) => checkOne(source, where, known, isWhole ? wanted : undefined));
}

function expressionsIn(value: Json, place: ValuePlace): readonly PlacedExpression[] | Diagnostic {
  try {
    return placedExpressionsOf(value, place);
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    const { file, fileLine, fileColumn, detail } = error.context;
    return {
      code: error.code,
      severity: 'error',
      summary: error.message,
      detail: String(detail),
      remedy: error.remedy,
      source: {
        file: String(file),
        ...(typeof fileLine === 'number' ? { line: fileLine } : {}),
        ...(typeof fileColumn === 'number' ? { column: fileColumn } : {}),
      },
    };
  }
}

function checkOne(
  source: string,
  where: ExpressionPlace | undefined,
  known?: Known,
  wanted?: ValueKind,
): readonly Diagnostic[] {
  const kinds = known === undefined ? undefined : { kindOf: known.kindOf, wanted };
  const wrong = checkExpression(source, where, known?.names, kinds);
  if (wrong.length > 0 || known === undefined || where === undefined) return wrong;
  return readsOfExpression(source)
    .chains.filter(([root, name]) => root === 'inputs' && name !== undefined && !known.inputs.includes(name))
    .map(([, name = '']) =>
      problem(
        'SB2023',
        plainPlace(where),
        `${where.file}:${where.line}: there is no input ${name}.${suggestion(nearestName(name, known.inputs), known.inputs)}`,
      ),
    );
}

function plainPlace({ file, line, column, span }: ExpressionPlace): NonNullable<Diagnostic['source']> {
  const turn = span?.turns[0];
  if (turn !== undefined) return { file: span?.file ?? file, line: turn.line, column: turn.column };
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
