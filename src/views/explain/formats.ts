import { jsonDocument, textOf } from '../text/document.ts';
import { fencedBlock } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { wrapBehind } from '../text/wrap.ts';
import { areaWords, type CodeExplanation } from './explanation.ts';

/** Codes as people read them: what each means, why it is so, what to do next, and what it looks like. */
export function explanationsToHuman(screen: Screen, codes: readonly CodeExplanation[]): string {
  return textOf(codes.flatMap((code) => [...humanLines(screen, code), '']));
}

/** Codes as JSON, kind `Explanations`. */
export function explanationsToJson(codes: readonly CodeExplanation[]): string {
  return jsonDocument('Explanations', { codes });
}

/** Codes as Markdown; their texts are Markdown already. */
export function explanationsToMarkdown(codes: readonly CodeExplanation[]): string {
  return textOf(
    codes.flatMap(({ code, area, summary, remedy, why, example }) => [
      `### ${code}: ${summary}`,
      '',
      ...(why === undefined ? [] : [why, '']),
      `**What to do:** ${remedy}`,
      '',
      ...(example === undefined ? [] : [...fencedBlock(example.split('\n')), '']),
      `_${areaWords[area] ?? area}_`,
      '',
    ]),
  );
}

function humanLines(screen: Screen, { code, area, summary, remedy, why, example }: CodeExplanation): readonly string[] {
  return [
    ...wrapBehind(`${code}  `, summary, screen.width).map((line) => paint(screen, 'strong', line)),
    ...(why === undefined ? [] : wrapBehind('  why:   ', why, screen.width)),
    ...wrapBehind('  next:  ', remedy, screen.width),
    ...(example === undefined
      ? []
      : ['  example:', ...example.split('\n').flatMap((line) => exampleLines(screen, line))]),
    ...wrapBehind('  from:  ', areaWords[area] ?? area, screen.width).map((line) => paint(screen, 'quiet', line)),
  ];
}

/** Code keeps its own indent, also where a line goes on. */
function exampleLines(screen: Screen, line: string): readonly string[] {
  const indent = /^ */u.exec(line)?.[0] ?? '';
  return wrapBehind(`    ${indent}`, line.slice(indent.length), screen.width);
}
