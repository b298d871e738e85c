import { innerActions, type Action } from '../../../changeset/action.ts';
import type { Changeset } from '../../../changeset/changeset.ts';
import type { LabelSelector } from '../../../environment/environment.ts';
import { readsOfExpression } from '../../../expression/reads.ts';
import { isJsonObject, type JsonObject } from '../../../json/json.ts';
import { arePathsOverlapping, type FieldPath } from '../../../json/path.ts';
import type { Catalogue } from '../../../resource/descriptor.ts';
import { isLeaf } from '../../../resource/reference.ts';
import { expressionsOf } from './expressions.ts';

/**
 * True when an expression or condition of the changeset reads a path that the changeset writes, or when an iterator makes,
 * renames or deletes objects of the type it goes through: a second run would find other ones. Reading labels reads what
 * their selectors look at.
 */
export function isRelative(
  { actions }: Changeset,
  catalogue: Catalogue,
  selectors: readonly LabelSelector[] = [],
): boolean {
  const written = actions.flatMap((action) => writesOf(action, catalogue));
  return (
    actions.some((action) => isActionRelative(action, written, new Map())) ||
    (selectors.some((selector) => isSelectedBy(selector, written)) && actions.some(readsLabels))
  );
}

/** True when a write may change whom the selector selects. */
function isSelectedBy({ type, where, division }: LabelSelector, written: readonly Write[]): boolean {
  const own = written.filter((write) => write.type === type);
  if (own.length === 0) return false;
  const { chains, dynamic } = where === undefined ? { chains: [], dynamic: false } : readsOfExpression(where);
  const read = [
    ...chains.filter(([root]) => root === 'object').map((chain) => chain.slice(1)),
    ...(division === undefined ? [] : [['division']]),
  ];
  return dynamic || own.some(({ path }) => read.some((chain) => arePathsOverlapping(chain, path)));
}

function readsLabels(action: Action): boolean {
  const isRead = (expression: string): boolean =>
    readsOfExpression(expression, action.source).chains.some((chain) => chain.includes('labels'));
  return expressionsOf(action).some(isRead) || innerActions(action).some(readsLabels);
}

interface Write {
  readonly type: string;
  readonly path: FieldPath;
}

/** Types of the objects behind the variables of iterators, outermost first. */
type Iterators = ReadonlyMap<string, string>;

function isActionRelative(action: Action, written: readonly Write[], outer: Iterators): boolean {
  const iterators = action.kind === 'forEach' ? new Map([...outer, [action.as, action.type] as const]) : outer;
  if (action.kind === 'forEach' && action.delete === true) return true;
  if (changesMembers(action) && [...outer.values()].includes(action.target.type)) return true;
  return (
    expressionsOf(action).some((expression) => readsWritten(expression, action, { written, iterators })) ||
    innerActions(action).some((inner) => isActionRelative(inner, written, iterators))
  );
}

/** True for actions after which there may be other objects, or objects of another name. */
function changesMembers(action: Action): action is Extract<Action, { readonly target: unknown }> {
  return action.kind === 'ensure' || action.kind === 'create' || action.kind === 'delete' || action.kind === 'rename';
}

function readsWritten(
  expression: string,
  action: Action,
  { written, iterators }: { readonly written: readonly Write[]; readonly iterators: Iterators },
): boolean {
  const { chains, dynamic } = readsOfExpression(expression, action.source);
  return (
    chains.some((chain) => written.some((write) => isReadOf(chain, write, iterators))) ||
    (dynamic && written.length > 0)
  );
}

/**
 * A chain from an iterator's variable or from `resources("t")` reads that type, and all of the object when it ends there;
 * fields of any other variable may be those of an object of any type.
 */
function isReadOf(chain: FieldPath, write: Write, iterators: Iterators): boolean {
  const [root = '', ...path] = chain;
  if (root === 'inputs' || root === 'env') return false;
  const type = iterators.get(root);
  const isOwnType = type === write.type || root === `resources("${write.type}")`;
  const isOther = type === undefined && !root.startsWith('resources("');
  return (isOwnType || (isOther && path.length > 0)) && arePathsOverlapping(path, write.path);
}

function writesOf(action: Action, catalogue: Catalogue): readonly Write[] {
  switch (action.kind) {
    case 'ensure':
    case 'create':
    case 'update':
      return [action.document, action.set].flatMap((values) => writesIn(action.target.type, values));
    case 'forEach':
      return [
        ...writesIn(action.type, action.set),
        ...(action.rename === undefined ? [] : nameOf(action.type, catalogue)),
        ...innerActions(action).flatMap((inner) => writesOf(inner, catalogue)),
      ];
    case 'forEachValue':
      return innerActions(action).flatMap((inner) => writesOf(inner, catalogue));
    case 'rename':
      return nameOf(action.target.type, catalogue);
    case 'delete':
    case 'let':
      return [];
    default:
      return action satisfies never;
  }
}

function nameOf(type: string, catalogue: Catalogue): readonly Write[] {
  const field = catalogue.find(type)?.key.fields.at(-1);
  return field === undefined ? [] : [{ type, path: [field] }];
}

function writesIn(type: string, values: JsonObject | undefined): readonly Write[] {
  return leafPaths(values ?? {}).map((path) => ({ type, path }));
}

function leafPaths(values: JsonObject, at: FieldPath = []): readonly FieldPath[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const path = [...at, name];
    const isOperator = isJsonObject(value) && Object.keys(value).some((inner) => inner.startsWith('$'));
    return isLeaf(value) || isOperator || !isJsonObject(value) ? [path] : leafPaths(value, path);
  });
}
