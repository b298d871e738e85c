import { arePathsOverlapping, type FieldPath } from '../json/path.ts';
import type { FieldPair } from './field-differences.ts';

/** True for a difference that is none any more once mappings are followed. */
export function mapsAway(path: FieldPath, open: readonly FieldPair[]): boolean {
  return !open.some((field) => arePathsOverlapping(field.path, path));
}
