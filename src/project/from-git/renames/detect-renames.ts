import type { Diagnostic } from '../../../core/index.ts';
import { formatAddress, type Address, type Catalogue } from '../../../core/resource/index.ts';
import { comparableIn } from '../../artifact/expand-ensure.ts';
import { gitNotice } from '../../git/errors.ts';
import { toRename, type Sides } from '../decide-changes.ts';
import { effectiveIn, filesOf, type Described } from '../described.ts';
import { canBeRenamed, findRenames, type GivenRenames, type RenameCandidate } from './find-renames.ts';
import type { GitChange } from '../git-change.ts';
import { addressesInKey, afterRenames, type RenamedAddresses } from './renamed-addresses.ts';

/** The renames of a change, and what addresses become by them. */
export interface DetectedRenames {
  readonly changes: readonly GitChange[];
  readonly renamed: RenamedAddresses;
  /** Files that call their object otherwise where no object can be. */
  readonly notices: readonly Diagnostic[];
}

/**
 * Renames among the resources that changed. Outer ones first: what hangs under a renamed object goes with it and is
 * renamed itself only where its own part of the key changed. Errors: SB2053.
 */
export function detectRenames(
  sides: Sides,
  changed: { readonly before: readonly Described[]; readonly after: readonly Described[] },
  given: GivenRenames,
): DetectedRenames {
  const { catalogue, environments } = sides;
  const renamed = new Map<string, Address>();
  const changes: GitChange[] = [];
  const notices: Diagnostic[] = [];
  for (const type of typesOutermostFirst(changed, catalogue)) {
    const olds = changed.before.filter((one) => one.type === type);
    const moved = new Map(olds.map((was) => [comparableIn(catalogue, afterRenames(was, renamed, catalogue)), was]));
    const gone = [...moved].flatMap(([id, was]) => {
      const seen = onlyIn(was, sides.after.get(id), environments);
      return seen === undefined ? [] : [{ address: afterRenames(was, renamed, catalogue), seen }];
    });
    const news = changed.after.filter((one) => one.type === type);
    const added = news.flatMap((now): readonly RenameCandidate[] => {
      const seen = onlyIn(
        now,
        moved.get(comparableIn(catalogue, now)) ?? sides.before.get(comparableIn(catalogue, now)),
        environments,
      );
      return seen === undefined ? [] : [{ address: { type, key: now.key }, seen }];
    });
    const found = [...findRenames(gone, added, given, catalogue), ...respelled(news, moved, catalogue)];
    notices.push(...gone.flatMap((one) => madeAnew(one, added, catalogue)));
    for (const rename of found) {
      const was = moved.get(comparableIn(catalogue, rename.from));
      const now = sides.after.get(comparableIn(catalogue, rename.to));
      const where = environments.filter(
        (name) => effectiveIn(was, name) !== undefined && effectiveIn(now, name) !== undefined,
      );
      if (was === undefined || now === undefined || where.length === 0) continue;
      changes.push(toRename(rename, filesOfBoth(was, now), where, environments));
      renamed.set(comparableIn(catalogue, rename.from), { type, key: now.key });
    }
  }
  return { changes, renamed, notices };
}

/** As one environment has it that does not have the other; undefined when all that have it have both. */
function onlyIn(
  one: Described,
  other: Described | undefined,
  environments: readonly string[],
): RenameCandidate['seen'] | undefined {
  return environments
    .filter((name) => effectiveIn(other, name) === undefined)
    .map((name) => effectiveIn(one, name))
    .find((seen) => seen !== undefined);
}

/** The same key in other letters, where the type compares keys without regard to case. */
function respelled(
  news: readonly Described[],
  moved: ReadonlyMap<string, Described>,
  catalogue: Catalogue,
): ReturnType<typeof findRenames> {
  return news.flatMap((now) => {
    const was = moved.get(comparableIn(catalogue, now));
    const [from, to] = [was?.key.at(-1), now.key.at(-1)];
    if (was === undefined || from?.normalize('NFC') === to?.normalize('NFC') || !canBeRenamed(now, catalogue))
      return [];
    return [
      { from: { type: was.type, key: was.key }, to: { type: now.type, key: now.key }, evidence: 'other letters' },
    ];
  });
}

/** A name that was changed in place where the platform keeps names for ever: the object is another one then. */
function madeAnew(
  { address, seen }: RenameCandidate,
  added: readonly RenameCandidate[],
  catalogue: Catalogue,
): readonly Diagnostic[] {
  if (canBeRenamed(address, catalogue)) return [];
  const [file = ''] = seen.files;
  const other = added.find((one) => one.seen.files.includes(file));
  if (other === undefined) return [];
  const [from, to] = [formatAddress(address), formatAddress(other.address)];
  const text = `The platform keeps the name of a ${address.type}: ${from} goes, and ${to} is a new one without anything that used the old`;
  return [gitNotice('SB2059', 'warning', text, { file })];
}

function filesOfBoth(was: Described, now: Described): readonly string[] {
  const [before, after] = [filesOf(was).join(', '), filesOf(now).join(', ')];
  return before === after ? [`name in ${after}`] : [before, after];
}

function typesOutermostFirst(
  changed: { readonly before: readonly Described[]; readonly after: readonly Described[] },
  catalogue: Catalogue,
): readonly string[] {
  const depths = new Map([...changed.before, ...changed.after].map((one) => [one.type, depthOf(one, catalogue)]));
  return [...depths]
    .toSorted(([left, one], [right, other]) => one - other || (left < right ? -1 : 1))
    .map(([type]) => type);
}

function depthOf(address: Address, catalogue: Catalogue): number {
  return Math.max(0, ...addressesInKey(address, catalogue).map((outer) => 1 + depthOf(outer, catalogue)));
}
