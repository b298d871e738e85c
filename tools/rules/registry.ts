import { dependencies } from './dependencies.ts';
import { docstrings } from './docstrings.ts';
import { errorCodes } from './error-codes.ts';
import { fileNames, folderSizes, indexFiles, noStarExports, parses, skipReasons } from './file-shape.ts';
import { noTypeNames } from './no-type-names.ts';
import { pureCore } from './pure-core.ts';
import type { Rule } from './source.ts';

/** All house rules by the name that reports carry. `rules.test.ts` proves that each can fail. */
export const rules: Readonly<Record<string, Rule>> = {
  parses,
  dependencies,
  'pure-core': pureCore,
  'no-type-names': noTypeNames,
  'file-names': fileNames,
  'folder-sizes': folderSizes,
  'index-files': indexFiles,
  'no-star-exports': noStarExports,
  'skip-reasons': skipReasons,
  'error-codes': errorCodes,
  docstrings,
};
