import { basename, dirname } from 'node:path';
import { isTestPath } from './place.ts';
import { isNode, lineAt, type Source, type Violation } from './source.ts';

const maxFilesPerFolder = 15;
const maxIndexLines = 30;
const emptyWords = ['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'misc'];

/** Files carry names that say what is in them: kebab-case, none of the words that say nothing. */
export function fileNames(sources: readonly Source[]): readonly Violation[] {
  return sources.flatMap(({ path }) => {
    const parts = path.replace(/(\.(test|bench|config))?\.tsx?$/, '').split('/');
    const words = parts.flatMap((part) => part.split('-'));
    const empty = words.find((word) => emptyWords.includes(word));
    if (empty !== undefined)
      return [{ path, line: 1, message: `'${empty}' says nothing; name the file for what it holds` }];
    return parts.every((part) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part))
      ? []
      : [{ path, line: 1, message: 'file and folder names are kebab-case' }];
  });
}

/** At most 15 source files lie in one folder (tests not counted). */
export function folderSizes(sources: readonly Source[]): readonly Violation[] {
  const folders = Map.groupBy(
    sources.filter(({ path }) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path)),
    ({ path }) => dirname(path),
  );
  return [...folders].flatMap(([path, files]) =>
    files.length <= maxFilesPerFolder
      ? []
      : [{ path, line: 1, message: `${files.length} source files; at ${maxFilesPerFolder} make a subfolder by noun` }],
  );
}

/** An `index.ts` is a short public surface: it opens with what lives here, and re-exports by name. */
export function indexFiles(sources: readonly Source[]): readonly Violation[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && basename(path) === 'index.ts')
    .flatMap((source) => indexObjections(source).map((message) => ({ path: source.path, line: 1, message })));
}

function indexObjections(source: Source): string[] {
  const body = bodyOf(source);
  const lines = source.text.trimEnd().split('\n').length;
  const opens = source.comments.some(({ start, block }) => block && source.text.slice(0, start).trim() === '');
  const foreign = body.some((node) => node.type !== 'ExportNamedDeclaration' || !isNode(node['source']));
  return [
    ...(lines > maxIndexLines ? [`${lines} lines; a public surface has at most ${maxIndexLines}`] : []),
    ...(foreign ? ['holds more than named re-exports'] : []),
    ...(opens ? [] : ['opens without a paragraph on what lives here']),
  ];
}

/** Nobody writes `export *`: a public surface is a list that somebody chose. */
export function noStarExports(sources: readonly Source[]): readonly Violation[] {
  return sources.flatMap((source) =>
    bodyOf(source)
      .filter((node) => node.type === 'ExportAllDeclaration')
      .map(({ start }) => ({
        path: source.path,
        line: lineAt(source.text, start),
        message: 'export *; list the names',
      })),
  );
}

/** Every file is one the parser understands. */
export function parses(sources: readonly Source[]): readonly Violation[] {
  return sources.flatMap(({ path, problems }) => problems.map((message) => ({ path, line: 1, message })));
}

/** Test code says why it does not run: `context.skip('reason')` inside the test, and nothing is left focused. */
export function skipReasons(sources: readonly Source[]): readonly Violation[] {
  const silent = /\b(it|test|describe|suite)\.(skip|skipIf|runIf|todo|only)\b/g;
  return sources
    .filter(({ path }) => isTestPath(path) && !path.startsWith('tools/rules/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(silent)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `${match[0]} gives no reason; use context.skip('reason') inside the test`,
      })),
    );
}

function bodyOf(source: Source) {
  const body = source.program['body'];
  return Array.isArray(body) ? body.filter(isNode) : [];
}
