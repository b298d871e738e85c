import { formatPath, isSameJson, isJsonObject, valueAt, type FieldPath, type Json } from '../../core/index.ts';
import { isLeaf } from '../../core/resource/index.ts';

/** The most fields that one line names. */
const most = 6;

/** One line: the files, the fields that changed, and those that are no longer declared. */
export function fieldsThatDiffer(files: readonly string[], before: Json, after: Json): string {
  const changed = pathsOf(after).filter((path) => !isSameJson(valueAt(before, path), valueAt(after, path)));
  const dropped = pathsOf(before).filter((path) => valueAt(after, path) === undefined && isWayLeft(after, path));
  const parts = [named(changed), dropped.length === 0 ? '' : `no longer declared: ${named(dropped)}`].filter(Boolean);
  return `${files.join(', ')}: ${parts.join('; ')}`;
}

/** False where something else stands in the place of what led there: that change is told already. */
function isWayLeft(after: Json, path: FieldPath): boolean {
  return path.slice(0, -1).every((_, index) => {
    const value = valueAt(after, path.slice(0, index + 1));
    return value === undefined || !isLeaf(value);
  });
}

function named(paths: readonly FieldPath[]): string {
  const names = [...new Set(paths.map(formatPath))];
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}

function pathsOf(value: Json, path: FieldPath = []): readonly FieldPath[] {
  if (!isJsonObject(value) || (isLeaf(value) && path.length > 0)) return [path];
  const inner = Object.entries(value).flatMap(([name, held]) => pathsOf(held, [...path, name]));
  return inner.length === 0 && path.length > 0 ? [path] : inner;
}
