import type { Diagnostic } from '../../core/index.ts';
import { comparableIn } from '../artifact/expand-ensure.ts';
import { contentFilesOf } from './changed-documents.ts';
import { gitNotice } from '../git/errors.ts';
import { decideGone, decideWanted, type Decided, type Sides } from './decide-changes.ts';
import type { Described } from './described.ts';
import { detectRenames } from './renames/detect-renames.ts';
import type { GivenRenames } from './renames/find-renames.ts';
import type { GitChange } from './git-change.ts';
import { orderChanges } from './order-changes.ts';
import { afterRenames } from './renames/renamed-addresses.ts';

/** What a change of files means, in the order in which it is to happen, and what is to be said of it. */
export interface ChangesBetween {
  readonly changes: readonly GitChange[];
  readonly notices: readonly Diagnostic[];
}

/** What the change of these files means for the resources they describe. Pure. Errors: SB2053. */
export function changesBetween(
  sides: Sides,
  changedFiles: ReadonlySet<string>,
  given: GivenRenames = new Map(),
): ChangesBetween {
  const { catalogue } = sides;
  const concerns = (one: Described): boolean =>
    [one.shared, ...one.own.values()].some(
      (document) =>
        document !== undefined &&
        [document.source.file, ...contentFilesOf(document)].some((file) => changedFiles.has(file)),
    );
  // One side is enough: what an environment had of its own may be gone without a trace on the other.
  const ids = new Set([...sides.before, ...sides.after].flatMap(([id, one]) => (concerns(one) ? id : [])));
  const chosen = (from: Sides['before']): readonly Described[] => [...ids].flatMap((id) => from.get(id) ?? []);
  const before = chosen(sides.before);
  const after = chosen(sides.after);
  const { changes: renames, renamed, notices } = detectRenames(sides, { before, after }, given);
  const earlier = new Map(
    [...sides.before.values()].map((was) => [comparableIn(catalogue, afterRenames(was, renamed, catalogue)), was]),
  );
  const decided = [
    ...before.map((was) => decideGone(was, sides, renamed)),
    ...after.map((now) => decideWanted(now, earlier.get(comparableIn(catalogue, now)), sides, renamed)),
  ];
  return {
    changes: orderChanges([...renames, ...decided.flatMap(({ changes }) => changes)], sides),
    notices: [...notices, ...decided.flatMap((one) => one.notices), ...toldTogether(decided)],
  };
}

/** The most files that one line names. */
const mostFiles = 3;

/** Deleted files whose objects stay, those of one reason in one notice: a table may have thousands of rows. */
function toldTogether(decided: readonly Decided[]): readonly Diagnostic[] {
  const byReason = new Map<string, string[]>();
  for (const { kept } of decided) {
    if (kept === undefined) continue;
    const files = byReason.get(kept.because) ?? [];
    files.push(kept.file);
    byReason.set(kept.because, files);
  }
  return [...byReason].map(([because, files]) => {
    const [file = ''] = files;
    if (files.length === 1)
      return gitNotice('SB2056', 'warning', `${file} was deleted, and its object stays: ${because}`, { file });
    const rest = files.length - mostFiles;
    const names = `${files.slice(0, mostFiles).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    return gitNotice(
      'SB2056',
      'warning',
      `${files.length} files were deleted, and their objects stay: ${because}. They are ${names}`,
    );
  });
}
