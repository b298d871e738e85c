import {
  isJsonArray,
  isJsonObject,
  nearestName,
  type Diagnostic,
  type Json,
  type JsonObject,
} from '../../core/index.ts';
import { misfitsIn, type FieldShapes, type Misfit } from '../../core/resource/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlPath } from '../files/yaml-file.ts';
import { allActions } from '../load/actions/all-actions.ts';
import type { LoadedChangeset, ProjectDocument } from '../project.ts';

type Locate = ProjectDocument['locate'];

const operators = ['$include', '$exclude', '$replace', '$ref', '$secret'];

/** Values of a document that do not look like what their fields hold. */
export function checkDocumentValues(document: ProjectDocument, shapes: FieldShapes): readonly Diagnostic[] {
  return checkValues(document.document, document.type, { shapes, locate: document.locate });
}

/** Values under `set:` that do not look like what their fields hold. */
export function checkSetValues({ yaml, actions }: LoadedChangeset, shapes: FieldShapes): readonly Diagnostic[] {
  return allActions(actions).flatMap(({ action, path, targetPath }) => {
    // The values of a list of targets stand once in the file.
    if (!('set' in action) || action.set === undefined) return [];
    if (typeof targetPath?.at(-1) === 'number' && targetPath.at(-1) !== 0) return [];
    const type = action.kind === 'forEach' ? action.type : action.target.type;
    const locate = (below: YamlPath): ReturnType<Locate> => yaml.locate([...path, 'set', ...below]);
    const locateKey = (below: YamlPath): ReturnType<Locate> => yaml.locateKey([...path, 'set', ...below]);
    return checkValues(action.set, type, { shapes, locate, locateKey });
  });
}

function checkValues(
  values: JsonObject,
  type: string,
  places: { readonly shapes: FieldShapes; readonly locate: Locate; readonly locateKey?: Locate },
): readonly Diagnostic[] {
  const { shapes, locate, locateKey = locate } = places;
  return [
    ...misspelledOperators(values, []).map((path) => {
      const place = locateKey(path);
      const name = String(path.at(-1));
      const nearest = nearestName(name, operators);
      return problem(
        'SB2008',
        place,
        `${place.file}:${place.line}: "${name}" is not known here.${suggestion(nearest, [])}`,
      );
    }),
    ...misfitsIn(shapes, type, values).map((misfit) =>
      toDiagnostic(misfit, type, misfit.kind === 'unknown-name' ? locateKey : locate),
    ),
  ];
}

/**
 * A misspelled name is an error; a name or value that resembles nothing known may be newer than the description, so it is
 * told and left alone.
 */
function toDiagnostic(misfit: Misfit, type: string, locate: Locate): Diagnostic {
  const { path, kind, given, nearest, wanted } = misfit;
  const place = locate(path);
  const at = `${place.file}:${place.line}: ${path.join('.')}`;
  const severity = kind === 'wrong-kind' || (kind === 'unknown-name' && nearest !== undefined) ? 'error' : 'warning';
  switch (kind) {
    case 'unknown-name':
      return problem('SB2014', place, `${at} is not a field of ${type}.${suggestion(nearest, wanted.split(', '))}`, {
        severity,
      });
    case 'unknown-value':
      return problem('SB2035', place, `${at} is "${given}".${suggestion(nearest, [])} Known here: ${wanted}.`, {
        severity,
      });
    case 'wrong-kind':
      return problem('SB2035', place, `${at} is ${given}, and ${wanted} belongs there.`, { severity });
    default:
      return kind satisfies never;
  }
}

function misspelledOperators(value: Json, path: YamlPath): readonly YamlPath[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => misspelledOperators(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const isWrong = /^\$[a-z]/u.test(name) && !operators.includes(name) && nearestName(name, operators) !== undefined;
    return [...(isWrong ? [[...path, name]] : []), ...misspelledOperators(inner, [...path, name])];
  });
}
