import type { Action, Changeset } from '../../changeset/changeset.ts';
import { interpolationsOf } from '../../expression/interpolation.ts';
import { readsOfExpression } from '../../expression/reads.ts';
import { isJsonObject, type JsonObject } from '../../json/json.ts';
import { arePathsOverlapping, type FieldPath } from '../../json/path.ts';
import { isLeaf } from '../../resource/reference.ts';

/** True when an expression or `where` of the changeset reads a path that the changeset writes. */
export function isRelative(changeset: Changeset): boolean {
  const written = changeset.actions.flatMap(writesOf);
  return changeset.actions.some((action) =>
    expressionsOf(action).some((expression) => {
      const { chains, dynamic } = readsOfExpression(expression, action.source);
      return (
        chains.some((chain) => written.some((write) => isReadOf(action, chain, write))) ||
        (dynamic && written.length > 0)
      );
    }),
  );
}

interface Write {
  readonly type: string;
  readonly path: FieldPath;
}

/**
 * A chain from the iterator's variable or from `resources("t")` reads that type, and all of the object when it ends
 * there; fields of any other variable may be those of an object of any type.
 */
function isReadOf(action: Action, chain: FieldPath, write: Write): boolean {
  const [root, ...path] = chain;
  if (root === 'inputs' || root === 'env') return false;
  const isOwnType =
    (action.kind === 'forEach' && root === action.as && action.type === write.type) ||
    root === `resources("${write.type}")`;
  const isOther = (action.kind !== 'forEach' || root !== action.as) && root?.startsWith('resources("') !== true;
  return (isOwnType || (isOther && path.length > 0)) && arePathsOverlapping(path, write.path);
}

function writesOf(action: Action): readonly Write[] {
  switch (action.kind) {
    case 'ensure':
      return [action.document, action.set].flatMap((values) =>
        leafPaths(values ?? {}).map((path) => ({ type: action.target.type, path })),
      );
    case 'forEach':
      return leafPaths(action.set).map((path) => ({ type: action.type, path }));
    case 'delete':
    case 'rename':
    case 'let':
      return [];
    default:
      return action satisfies never;
  }
}

function leafPaths(values: JsonObject, at: FieldPath = []): readonly FieldPath[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const path = [...at, name];
    const isOperator = isJsonObject(value) && Object.keys(value).some((inner) => inner.startsWith('$'));
    return isLeaf(value) || isOperator || !isJsonObject(value) ? [path] : leafPaths(value, path);
  });
}

/** The sources of all expressions of an action, conditions included. */
export function expressionsOf(action: Action): readonly string[] {
  switch (action.kind) {
    case 'ensure':
      return [...action.target.key, action.document ?? null, action.set ?? null].flatMap(interpolationsOf);
    case 'forEach':
      return [...(action.where === undefined ? [] : [action.where]), ...interpolationsOf(action.set)];
    case 'delete':
      return action.target.key.flatMap(interpolationsOf);
    case 'rename':
      return [...action.target.key, action.to].flatMap(interpolationsOf);
    case 'let':
      return interpolationsOf(action.value);
    default:
      return action satisfies never;
  }
}
