import type { MappingSuggestion, MappingSuggestions } from '../../core/suggest/index.ts';
import { amountOf } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';

/** Proposals, and the environments they are between. */
export interface SuggestionView extends MappingSuggestions {
  readonly left: string;
  /** The environment whose file would hold them. */
  readonly right: string;
}

/** Proposals as people read them: each with its reasons, then what to paste; guesses are commented out there. */
export function suggestionsToHuman(screen: Screen, view: SuggestionView): string {
  const { suggestions, without, left, right } = view;
  const orphans = foldRows(screen, without);
  return textOf([
    paint(screen, 'strong', printable(`Mappings from ${left} for environments/${right}.yaml`)),
    '',
    ...suggestions.flatMap((each) => suggestionLines(screen, each)),
    ...orphans.shown.flatMap(({ address, users }) =>
      wrapBehind(
        '? ',
        printable(`${address}: nothing speaks for a counterpart (used by ${usersText(users)})`),
        screen.width,
      ),
    ),
    ...foldedLine(orphans.hidden),
    ...(suggestions.length + without.length === 0 ? [] : ['']),
    ...(suggestions.length === 0 ? [] : [...snippetLines(view), '']),
    ...wrapText(summaryOf(view), screen.width).map((line) => paint(screen, 'strong', printable(line))),
  ]);
}

/** Proposals as JSON, kind `MappingSuggestions`, with the YAML to paste as `snippet`. */
export function suggestionsToJson(view: SuggestionView): string {
  return jsonDocument('MappingSuggestions', { ...view, snippet: snippetOf(view) });
}

/** Proposals as Markdown: a table and what to paste. */
export function suggestionsToMarkdown(view: SuggestionView): string {
  const rows = view.suggestions.map(({ from, to, sureness, score, reasons }) => [
    inlineCode(from),
    inlineCode(to),
    `${sureness} (${score})`,
    escapeMarkdown(reasons.join('; ')),
  ]);
  return textOf([
    `### ${escapeMarkdown(summaryOf(view))}`,
    '',
    ...markdownTable(['from', 'to', 'how sure', 'why'], rows),
    '',
    ...view.without.map(
      ({ address, users }) => `- no counterpart: ${inlineCode(address)}, used by ${amountOf(users.length, 'object')}`,
    ),
    '',
    '```yaml',
    ...snippetLines(view),
    '```',
  ]);
}

function summaryOf({ suggestions, without, left, right }: SuggestionView): string {
  if (suggestions.length + without.length === 0) return `Nothing of ${left} lacks a counterpart in ${right}.`;
  const count = (sureness: string): number => suggestions.filter((each) => each.sureness === sureness).length;
  const rest = without.length === 0 ? '' : `, ${amountOf(without.length, 'address')} without a counterpart`;
  return `${amountOf(suggestions.length, 'proposal')}: ${count('certain')} certain, ${count('likely')} likely, ${count('guess')} guessed${rest}. Nothing was changed.`;
}

const marks = { certain: '+ ', likely: '~ ', guess: '? ' } as const;

function suggestionLines(screen: Screen, each: MappingSuggestion): readonly string[] {
  const { from, to, sureness, score, reasons, covers, alternatives, uses } = each;
  const used = uses === 0 ? '' : `, used by ${amountOf(uses, 'object')}`;
  const [first = '', ...rest] = wrapBehind(marks[sureness], printable(`${from} → ${to}`), screen.width);
  const lines = [
    `${sureness}, ${score}${used}: ${reasons.join('; ')}`,
    ...foldRows(screen, covers, 3).shown.map((pair) => `${pair.from} → ${pair.to}`),
    ...foldedLine(foldRows(screen, covers, 3).hidden),
    ...alternatives.map((other) => `or ${other.to}, ${other.score}`),
  ];
  return [
    paint(screen, sureness === 'guess' ? 'quiet' : 'good', first),
    ...rest,
    ...lines.flatMap((line) => wrapBehind('    ', printable(line), screen.width)),
  ];
}

function usersText(users: readonly string[]): string {
  const [first = 'nothing'] = users;
  return users.length < 2 ? first : `${first} and ${users.length - 1} more`;
}

function snippetOf(view: SuggestionView): string {
  return `${snippetLines(view).join('\n')}\n`;
}

/** JSON texts are YAML texts, whatever signs a name holds. */
function snippetLines({ suggestions }: SuggestionView): readonly string[] {
  return [
    'mappings:',
    ...suggestions.map(({ from, to, sureness }) => {
      const entry = `- { from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }`;
      return sureness === 'guess' ? `  # a guess: ${entry}` : `  ${entry}`;
    }),
  ];
}
