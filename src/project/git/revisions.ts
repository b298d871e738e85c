import { nearestName } from '../../core/index.ts';
import { suggestion } from '../files/problem.ts';
import { gitError } from './errors.ts';
import type { Git } from './git.ts';

/** Where a change begins. */
export interface Beginning {
  /** The commit to compare with. */
  readonly commit: string;
  /** True when it is where two histories parted, not the revision that was named. */
  readonly isMergeBase: boolean;
}

/** The commit that a revision means. Errors: SB2051 unknown, SB2052 where a shallow clone may be why. */
export function commitOf(git: Git, revision: string): string {
  const found = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (found.ok) return found.text;
  if (isShallow(git))
    throw gitError('SB2052', `The revision ${revision} is not in this clone, which holds a part of the history only.`, {
      revision,
    });
  const names = git(['for-each-ref', '--format=%(refname:short)']).text.split('\n').filter(Boolean);
  const nearest = suggestion(nearestName(revision, names), []);
  throw gitError('SB2051', `Git knows no revision ${revision} here.${nearest}`, { revision });
}

/**
 * What to compare `to` with: `from` itself, whether it lies before `to` or, for the way back, behind it. Where the two
 * parted, the commit they parted at: what others did since on the side of `from` is no part of the change.
 * Errors: SB2052 when they share no history here.
 */
export function beginningOf(git: Git, from: string, to: string): Beginning {
  const isBefore = (earlier: string, later: string): boolean => git(['merge-base', '--is-ancestor', earlier, later]).ok;
  if (isBefore(from, to) || isBefore(to, from)) return { commit: from, isMergeBase: false };
  const base = git(['merge-base', from, to]);
  if (base.ok && base.text !== '') return { commit: base.text.split('\n')[0] ?? from, isMergeBase: true };
  const why = isShallow(git) ? 'this clone holds a part of it only' : 'they have none in common';
  throw gitError('SB2052', `How ${short(from)} and ${short(to)} are related can not be told: ${why}.`, { from, to });
}

/** The twelve digits by which people know a commit. */
export function short(commit: string): string {
  return commit.slice(0, 12);
}

function isShallow(git: Git): boolean {
  return git(['rev-parse', '--is-shallow-repository']).text === 'true';
}
