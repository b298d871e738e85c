import { nearestName, type Diagnostic } from '../../../core/index.ts';
import type { Catalogue } from '../../../core/resource/index.ts';
import { problem, suggestion } from '../../files/problem.ts';
import type { AuthoredAction, LoadedChangeset } from '../../project.ts';
import { allActions } from './all-actions.ts';

/** Names under `set:` that are no fields of the type. */
export function checkSetFields(changeset: LoadedChangeset, catalogue: Catalogue): readonly Diagnostic[] {
  return allActions(changeset.actions).flatMap((authored) => checkOne(changeset, authored, catalogue));
}

function checkOne(
  { yaml }: LoadedChangeset,
  { action, path, targetPath }: AuthoredAction,
  catalogue: Catalogue,
): readonly Diagnostic[] {
  // The values of a list of targets stand once in the file.
  if (!('set' in action) || (typeof targetPath?.at(-1) === 'number' && targetPath.at(-1) !== 0)) return [];
  const type = action.kind === 'forEach' ? action.type : action.target.type;
  const fields = catalogue.find(type)?.fields ?? [];
  return Object.keys(action.set ?? {})
    .filter((name) => !fields.includes(name))
    .map((name) => {
      const place = yaml.locateKey([...path, 'set', name]);
      return problem(
        'SB2014',
        place,
        `${place.file}:${place.line}: "${name}" is not a field of ${type}.${suggestion(nearestName(name, fields), fields)}`,
      );
    });
}
