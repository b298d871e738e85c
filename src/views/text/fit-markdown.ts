import { escapeHtml, escapeMarkdown, foldedPart } from './markdown.ts';

/** What a platform's comments hold. */
export interface CommentFit {
  /** In characters. */
  readonly limit: number;
  /** True where `<details>` folds; elsewhere headings stand in its place. */
  readonly folds: boolean;
}

/** Comments of pull requests on the platforms that limit them, by their documentation. */
export const commentFits = {
  github: { limit: 65_536, folds: true },
  gitlab: { limit: 1_000_000, folds: true },
  azure: { limit: 150_000, folds: true },
  bitbucket: { limit: 32_768, folds: false },
} as const satisfies Readonly<Record<string, CommentFit>>;

/** A platform whose comments are known. */
export type CommentPlatform = keyof typeof commentFits;

/** Lines that are shown whole, by a shorter form, or not at all. */
export interface MarkdownBlock {
  readonly lines: readonly string[];
  /** Stands in its place where there is no room for all of it. */
  readonly short?: readonly string[] | undefined;
  /** Lower ones get room first; 1 by default. Order stays as it is. */
  readonly rank?: number | undefined;
}

/** A piece of Markdown that may be cut between its blocks, never inside one. */
export interface MarkdownPart {
  /** Plain text; given, the part is folded under it. */
  readonly summary?: string | undefined;
  readonly isOpen?: boolean | undefined;
  /** What stands before the blocks when at least one is shown: the head of a table. */
  readonly lead?: readonly string[] | undefined;
  readonly blocks: readonly MarkdownBlock[];
}

/** What of the parts fits. */
export interface FittedParts {
  readonly lines: readonly string[];
  /** Blocks that are there by their shorter form. */
  readonly shortened: number;
  /** Blocks that had no room. */
  readonly leftOut: number;
}

/**
 * The parts in order, with as many of their blocks as fit. Short forms may take half of the room at first, so that all
 * that happens is named before the first of it is told in full.
 */
export function fitParts(parts: readonly MarkdownPart[], { limit, folds }: CommentFit): FittedParts {
  const queue = parts
    .flatMap((part) => part.blocks.map((block) => ({ part, block })))
    .toSorted((left, right) => (left.block.rank ?? 1) - (right.block.rank ?? 1));
  const shown = new Map<MarkdownBlock, readonly string[]>();
  const opened = new Set<MarkdownPart>();
  let used = 0;
  const admit = ({ part, block }: (typeof queue)[number], lines: readonly string[] | undefined, room: number): void => {
    if (lines === undefined) return;
    const frame = opened.has(part) ? 0 : sizeOf(frameOf(part, [], folds));
    const size = frame + sizeOf(lines) - sizeOf(shown.get(block) ?? []);
    if (used + size > room) return;
    used += size;
    opened.add(part);
    shown.set(block, lines);
  };
  for (const entry of queue) admit(entry, entry.block.short, limit / 2);
  for (const entry of queue) {
    admit(entry, entry.block.lines, limit);
    if (!shown.has(entry.block)) admit(entry, entry.block.short, limit);
  }
  return {
    lines: parts
      .filter((part) => opened.has(part))
      .flatMap((part) =>
        frameOf(
          part,
          part.blocks.flatMap((block) => shown.get(block) ?? []),
          folds,
        ),
      ),
    shortened: queue.filter(({ block }) => shown.get(block) === block.short && block.short !== undefined).length,
    leftOut: queue.filter(({ block }) => !shown.has(block)).length,
  };
}

function frameOf(
  { summary, isOpen, lead = [] }: MarkdownPart,
  inner: readonly string[],
  folds: boolean,
): readonly string[] {
  const inside = [...lead, ...inner];
  if (summary === undefined) return [...inside, ''];
  return folds
    ? foldedPart(escapeHtml(summary), inside, isOpen)
    : [`#### ${escapeMarkdown(summary)}`, '', ...inside, ''];
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
