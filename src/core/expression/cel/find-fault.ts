import { parse } from '@bufbuild/cel';

const tokens =
  /[bB]?[rR]?(?:"""[\s\S]*?"""|'''[\s\S]*?''')|[bB]?[rR]?(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|[\w.]*\w|&&|\|\||[=!<>]=|\S/gu;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** What may be missing after a beginning that is right so far. */
const endings = ['', ' x', ' : x', ' x : x', ' in x'];

/** Where a source that can not be parsed stops making sense, and why. */
export interface Fault {
  readonly offset: number;
  readonly reason: string;
}

/**
 * The first token after the longest beginning that could still become an expression. The parser itself only says where
 * the longest whole expression ends, which for `f(1 + * 2)` is before the bracket.
 */
export function findFault(source: string): Fault {
  const found = [...source.matchAll(tokens)].map((match) => ({ text: match[0], end: match.index + match[0].length }));
  let [good, bad] = [0, found.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (canGoOn(source.slice(0, found[middle - 1]?.end), found.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const fault = found[good];
  if (fault !== undefined)
    return { offset: fault.end - fault.text.length, reason: `${fault.text} is not expected here` };
  const open = openBrackets(found).at(-1);
  if (open === undefined) return { offset: source.length, reason: 'something is missing at the end' };
  return { offset: open.end - 1, reason: `${open.text} is never closed` };
}

interface Token {
  readonly text: string;
  readonly end: number;
}

function canGoOn(beginning: string, found: readonly Token[]): boolean {
  const closers = openBrackets(found)
    .toReversed()
    .map(({ text }) => closing[text]);
  return endings.some((ending) => isExpression(beginning + ending + closers.join('')));
}

function openBrackets(found: readonly Token[]): readonly Token[] {
  const open: Token[] = [];
  for (const token of found) {
    const last = open.at(-1);
    if (closing[token.text] !== undefined) open.push(token);
    else if (last !== undefined && closing[last.text] === token.text) open.pop();
  }
  return open;
}

function isExpression(source: string): boolean {
  try {
    parse(source);
    return true;
  } catch {
    return false;
  }
}
