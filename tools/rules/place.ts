import { posix } from 'node:path';

/** Where a file stands: `area` is the folder of `src/` (`core`, `cli`), or the top-level folder (`scenarios`). */
export interface Place {
  readonly area: string;
  readonly isTest: boolean;
}

/** Places a path of the repository. Files under a `testing/` folder count as test code, like `x.test.ts`. */
export function placeOf(path: string): Place {
  const [first = '', second = ''] = path.split('/');
  return { area: first === 'src' ? second : first, isTest: isTestPath(path) };
}

/** Whether a path holds test code: `x.test.ts`, or anything under a `testing/` folder. */
export function isTestPath(path: string): boolean {
  return /\.(test|bench)\.tsx?$/.test(path) || path.includes('/testing/') || path.includes('/fixtures/');
}

/** Resolves a relative specifier to a path of the repository; undefined for packages and `node:` modules. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}
