import { isScalar, visit, type Document, type Scalar } from 'yaml';
import type { Diagnostic, SourceLocation } from '../../core/index.ts';
import { problem } from './problem.ts';

// Keys whose values are names of things, where a comment on the same line is more likely a lost half of the name.
const nameKeys = new Set(['name', 'to', 'key', '$ref']);
// Keys whose values are words of the format, never names.
const wordKeys = new Set(['apiVersion', 'kind', 'type']);
const targetKeys = new Set(['ensure', 'delete', 'rename']);

/**
 * Plain texts that YAML ended at ` #`. In names every such comment is refused; elsewhere only one without a space after
 * the sign (`Team #1`), which is how people write numbers, not comments.
 */
export function findCutTexts(document: Document, text: string, at: (offset: number) => SourceLocation): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      const comment = key === 'key' ? undefined : commentAfter(node, text);
      if (comment === undefined) return;
      const names = ancestors
        .map((ancestor) => (isPairWithKey(ancestor) ? String(ancestor.key.value) : undefined))
        .filter((name) => name !== undefined);
      const isName = isNamePlace(names, document.get('kind') === 'Resource');
      if (!isName && !/^#\S/u.test(comment)) return;
      const place = at(node.range?.[0] ?? 0);
      const summary = `${place.file}:${place.line}: YAML reads only "${String(node.value)}"; the rest, "${comment}", is a comment.`;
      found.push(problem('SB2011', place, summary, { detail: `Written: ${String(node.source)} ${comment}` }));
    },
  });
  return found;
}

/** True where a name stands: by its key, inside a target, or beside `type:` in a resource's file. */
function isNamePlace(keys: readonly string[], isResource: boolean): boolean {
  const last = keys.at(-1) ?? '';
  if (wordKeys.has(last)) return false;
  return nameKeys.has(last) || keys.some((key) => targetKeys.has(key)) || (isResource && keys.length === 1);
}

/** The comment on the line of a plain text, with its sign. */
function commentAfter(node: Scalar, text: string): string | undefined {
  const end = node.range?.[1];
  if (node.type !== 'PLAIN' || typeof node.value !== 'string' || end === undefined) return undefined;
  return /^[ \t]+(?<comment>#[^\n\r]*)/u.exec(text.slice(end, end + 500))?.groups?.['comment']?.trimEnd();
}

function isPairWithKey(value: unknown): value is { readonly key: Scalar } {
  return typeof value === 'object' && value !== null && 'key' in value && isScalar(value.key);
}
