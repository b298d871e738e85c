import { nearestName, SignalboxError, type Diagnostic, type Json, type SourceLocation } from '../../core/index.ts';
import { checkExpression, interpolationsOf, readsOfExpression } from '../../core/expression/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlPath } from '../files/yaml-file.ts';
import type { AuthoredAction, LoadedChangeset, ProjectDocument } from '../project.ts';
import { textsOf } from './walk-texts.ts';

const everywhere = ['inputs', 'env', 'now'];

/** What is wrong with the expressions in a document. Which variables there are depends on the changeset using it. */
export function checkDocumentExpressions(document: ProjectDocument): readonly Diagnostic[] {
  return checkValue(document.document, document.locate);
}

/** What is wrong with the expressions of a changeset: syntax, unknown functions, unknown variables and inputs. */
export function checkChangesetExpressions(changeset: LoadedChangeset): readonly Diagnostic[] {
  const lets = changeset.actions.flatMap(({ action }) => (action.kind === 'let' ? [action.name] : []));
  const found = changeset.actions.flatMap((authored, index) => {
    const earlier = changeset.actions
      .slice(0, index)
      .flatMap(({ action }) => (action.kind === 'let' ? [action.name] : []));
    return checkAction(authored, changeset, [...everywhere, ...earlier]);
  });
  const tests = changeset.tests.flatMap((test, index) => {
    const where = changeset.yaml.locate(['spec', 'tests', index, 'assert']);
    return checkOne(test.assert, where, { names: [...everywhere, ...lets], inputs: Object.keys(changeset.inputs) });
  });
  return [...found, ...tests];
}

interface Known {
  readonly names: readonly string[];
  readonly inputs: readonly string[];
}

function checkAction(
  { action, path }: AuthoredAction,
  { yaml, inputs }: LoadedChangeset,
  names: readonly string[],
): readonly Diagnostic[] {
  const known = { names: action.kind === 'forEach' ? [...names, action.as] : names, inputs: Object.keys(inputs) };
  const at = (below: YamlPath): SourceLocation => yaml.locate([...path, ...below]);
  switch (action.kind) {
    case 'let':
      return checkValue(action.value, (below) => at(['let', action.name, ...below]), known);
    case 'forEach':
      return [
        ...(action.where === undefined ? [] : checkOne(action.where, at(['where']), known)),
        ...checkValue(action.set, (below) => at(['set', ...below]), known),
      ];
    case 'ensure':
      return [
        ...checkValue([...action.target.key], () => at(['ensure']), known),
        ...checkValue(action.set ?? {}, (below) => at(['set', ...below]), known),
      ];
    case 'delete':
      return checkValue([...action.target.key], () => at(['delete']), known);
    case 'rename':
      return checkValue([...action.target.key, action.to], () => at(['rename']), known);
    default:
      return action satisfies never;
  }
}

function checkValue(value: Json, locate: (path: YamlPath) => SourceLocation, known?: Known): readonly Diagnostic[] {
  return textsOf(value)
    .filter(({ text }) => text.includes('${'))
    .flatMap(({ path, text }) => {
      const sources = expressionsOf(text, locate(path));
      return 'code' in sources ? [sources] : sources.flatMap((source) => checkOne(source, locate(path), known));
    });
}

function expressionsOf(text: string, where: SourceLocation): readonly string[] | Diagnostic {
  try {
    return interpolationsOf(text);
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return {
      code: error.code,
      severity: 'error',
      summary: error.message,
      detail: text,
      remedy: error.remedy,
      source: where,
    };
  }
}

function checkOne(source: string, where: SourceLocation, known?: Known): readonly Diagnostic[] {
  const wrong = checkExpression(source, where, known?.names);
  if (wrong.length > 0 || known === undefined) return wrong;
  return readsOfExpression(source)
    .chains.filter(([root, name]) => root === 'inputs' && name !== undefined && !known.inputs.includes(name))
    .map(([, name = '']) =>
      problem(
        'SB2023',
        where,
        `${where.file}:${where.line}: there is no input ${name}.${suggestion(nearestName(name, known.inputs), known.inputs)}`,
      ),
    );
}
