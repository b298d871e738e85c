import type { Action, Diagnostic } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { problem } from '../files/problem.ts';
import { allActions } from '../load/actions/all-actions.ts';
import type { LoadedChangeset, LoadedProject } from '../project.ts';

/**
 * Actions on types that Signalbox does not write: an error where no environment they are for lets it, a warning where some
 * do not.
 */
export function checkManagedTypes(project: LoadedProject, catalogue: Catalogue): readonly Diagnostic[] {
  return project.changesets.flatMap((changeset) =>
    allActions(changeset.actions).flatMap(({ action }) => {
      const type = writtenType(action);
      return type === undefined ? [] : checkOne(project, { changeset, action, type }, catalogue);
    }),
  );
}

function checkOne(
  { environments }: LoadedProject,
  written: { readonly changeset: LoadedChangeset; readonly action: Action; readonly type: string },
  catalogue: Catalogue,
): readonly Diagnostic[] {
  const { changeset, action, type } = written;
  const isFor = (name: string): boolean =>
    (changeset.environments?.includes(name) ?? true) && (action.environments?.includes(name) ?? true);
  const modes = environments
    .filter(({ name }) => isFor(name))
    .map(({ name, rules }) => ({ name, mode: rules.modes[type] ?? catalogue.find(type)?.defaultMode ?? 'reference' }));
  const kept = modes.filter(({ mode }) => mode === 'observe' || mode === 'reference');
  if (kept.length === 0) return [];
  const { source } = action;
  const where = kept.map(({ name, mode }) => `${name} (${mode})`).join(', ');
  return [
    problem('SB2036', source, `${source.file}:${source.line ?? 1}: ${type} is not written in ${where}.`, {
      severity: kept.length === modes.length ? 'error' : 'warning',
    }),
  ];
}

/** The type that an action writes itself; an iterator that only looks writes none. */
function writtenType(action: Action): string | undefined {
  switch (action.kind) {
    case 'ensure':
    case 'create':
    case 'update':
    case 'delete':
    case 'rename':
      return action.target.type;
    case 'forEach':
      return action.set === undefined && action.rename === undefined && action.delete === undefined
        ? undefined
        : action.type;
    case 'forEachValue':
    case 'let':
      return undefined;
    default:
      return action satisfies never;
  }
}
