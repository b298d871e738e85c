import { foldedPart } from './markdown.ts';

/** What pull-request comments hold at most on the platforms that limit them, in characters. */
export const commentLimit = 65_536;

/** A piece of Markdown that may be cut between its blocks, never inside one. */
export interface MarkdownPart {
  /** Markup; given, the part is folded under it. */
  readonly summary?: string | undefined;
  readonly isOpen?: boolean | undefined;
  /** What stands before the blocks when at least one is shown: the head of a table. */
  readonly lead?: readonly string[] | undefined;
  readonly blocks: readonly (readonly string[])[];
}

/** What of the parts fits. */
export interface FittedParts {
  readonly lines: readonly string[];
  /** Blocks that had no room. */
  readonly leftOut: number;
}

/** The parts in order, with as many of their blocks as fit into `room` characters. A block that does not fit is left out whole. */
export function fitParts(parts: readonly MarkdownPart[], room: number): FittedParts {
  const lines: string[] = [];
  let left = room;
  let leftOut = 0;
  for (const part of parts) {
    const kept: (readonly string[])[] = [];
    let open = left - sizeOf(linesOf(part, []));
    for (const block of part.blocks) {
      const size = sizeOf(block);
      if (size > open) leftOut += 1;
      else {
        kept.push(block);
        open -= size;
      }
    }
    if (kept.length === 0) continue;
    lines.push(...linesOf(part, kept));
    left = open;
  }
  return { lines, leftOut };
}

function linesOf(
  { summary, isOpen, lead = [] }: MarkdownPart,
  blocks: readonly (readonly string[])[],
): readonly string[] {
  const inside = [...lead, ...blocks.flat()];
  return summary === undefined ? [...inside, ''] : foldedPart(summary, inside, isOpen);
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
