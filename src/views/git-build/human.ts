import type { Diagnostic } from '../../core/index.ts';
import { diagnosticLines } from '../diagnostic/human.ts';
import { amountOf } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { paint, type Screen, type Tone } from '../text/screen.ts';
import { printable } from '../text/width.ts';
import { wrapBehind } from '../text/wrap.ts';

/** One action that a change of files means. */
export interface FileChangeRow {
  readonly kind: 'delete' | 'rename' | 'announce' | 'ensure';
  /** One-line address. */
  readonly address: string;
  /** The new name of a rename. */
  readonly to?: string | undefined;
  /** Absent: all environments. */
  readonly environments?: readonly string[] | undefined;
  readonly why: string;
}

/** A changeset that was made out of Git. */
export interface GitBuildSummary {
  /** The commits, or `work tree`. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly FileChangeRow[];
  readonly notices: readonly Diagnostic[];
  /** Absent where nothing changed. */
  readonly built?: { readonly path: string; readonly digest: string; readonly saved?: string | undefined } | undefined;
}

const tones: Readonly<Record<FileChangeRow['kind'], Tone>> = {
  delete: 'bad',
  rename: 'warning',
  announce: 'quiet',
  ensure: 'good',
};

/** What changed, action by action with the reason, then where the artifact is; or that there is nothing to deploy. */
export function gitBuildToHuman(screen: Screen, summary: GitBuildSummary): string {
  const { from, to, changes, notices, built } = summary;
  const span = `${from.slice(0, 12)} and ${to.slice(0, 12)}`;
  const end =
    built === undefined
      ? [`Nothing between ${span} changes an object; no artifact was written.`]
      : [
          `Built ${built.path}`,
          `digest ${built.digest}`,
          ...(built.saved === undefined ? [] : [`Saved ${built.saved}`]),
        ];
  const title = `${amountOf(changes.length, 'action')} from what changed between ${span}:`;
  return textOf([
    ...diagnosticLines(screen, notices),
    ...(changes.length === 0 ? [] : [title, '', ...changes.flatMap((row) => rowLines(screen, row)), '']),
    ...end,
  ]);
}

function rowLines(screen: Screen, row: FileChangeRow): readonly string[] {
  const limit = row.environments === undefined ? '' : ` (${row.environments.join(', ')})`;
  const target = row.to === undefined ? row.address : `${row.address} to "${row.to}"`;
  const [first = '', ...rest] = wrapBehind(`  ${row.kind.padEnd(8)} `, printable(`${target}${limit}`), screen.width);
  const why = wrapBehind(' '.repeat(11), printable(row.why), screen.width).map((line) => paint(screen, 'quiet', line));
  return [paint(screen, tones[row.kind], first), ...rest, ...why];
}
