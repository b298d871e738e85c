/** What changes in something that has several pieces: the items of a list, the lines of a text. */
export interface PieceChanges {
  readonly noun: 'item' | 'line';
  /** How many pieces stay. */
  readonly kept: number;
  /** In the order in which a reader meets them. */
  readonly changed: readonly { readonly sign: '-' | '+'; readonly text: string }[];
}

/** Texts with more lines than this are not compared line by line. */
const mostLines = 3_000;

/** Items that go and come, whatever their order; undefined where only the order changes or hardly anything stays. */
export function itemChanges(before: readonly string[], after: readonly string[]): PieceChanges | undefined {
  const removed = without(before, after);
  const added = without(after, before);
  const kept = before.length - removed.length;
  if (kept === 0 || removed.length + added.length === 0) return undefined;
  const changed = [
    ...removed.map((text) => ({ sign: '-', text }) as const),
    ...added.map((text) => ({ sign: '+', text }) as const),
  ];
  return { noun: 'item', kept, changed };
}

/** Lines that go and come; undefined where neither text has several lines, or one is too long to be compared. */
export function lineChanges(before: string, after: string): PieceChanges | undefined {
  const [then, now] = [before.split('\n'), after.split('\n')];
  if ((then.length < 2 && now.length < 2) || then.length > mostLines || now.length > mostLines) return undefined;
  const changed = differingLines(then, now);
  return { noun: 'line', kept: then.length - changed.filter(({ sign }) => sign === '-').length, changed };
}

function without(from: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of taken) left.set(text, (left.get(text) ?? 0) + 1);
  return from.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/** By the longest common subsequence of what is left when equal lines at both ends are set aside. */
function differingLines(then: readonly string[], now: readonly string[]): PieceChanges['changed'] {
  let start = 0;
  while (start < Math.min(then.length, now.length) && then[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(then.length, now.length) - start;
  while (end < most && then[then.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const [left, right] = [then.slice(start, then.length - end), now.slice(start, now.length - end)];
  const lengths = commonLengths(left, right);
  const width = right.length + 1;
  const changed: { readonly sign: '-' | '+'; readonly text: string }[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [down = 0, across = 0] = [lengths[(row + 1) * width + column], lengths[row * width + column + 1]];
    if (row < left.length && column < right.length && left[row] === right[column])
      [row, column] = [row + 1, column + 1];
    else if (row < left.length && (column === right.length || down >= across))
      changed.push({ sign: '-', text: left[row++] ?? '' });
    else changed.push({ sign: '+', text: right[column++] ?? '' });
  }
  return changed;
}

/** Length of the longest common subsequence of what follows each pair of positions, row by row. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
    }
  }
  return lengths;
}
