import {
  corePackageHomes,
  dependencyTable,
  testAllowance,
  testOnlyPackages,
  testPackages,
  type Allowance,
} from './dependency-table.ts';
import { isTestPath, placeOf, resolveImport } from './place.ts';
import type { Import, Source, Violation } from './source.ts';

const isolated = ['core', 'ledger', 'simulator'];

/** Imports keep to the dependency table, cross folders only through an `index.ts`, and never reach test code. */
export function dependencies(sources: readonly Source[]): readonly Violation[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((entry) => {
      const message = objection(source.path, entry);
      return message === undefined ? [] : [{ path: source.path, line: entry.line, message }];
    }),
  );
}

function objection(path: string, entry: Import): string | undefined {
  const target = resolveImport(path, entry.specifier);
  if (target === undefined) return packageObjection(path, entry.specifier);
  const from = placeOf(path);
  const to = placeOf(target);
  if (!from.isTest && path.startsWith('src/') && isTestPath(target)) {
    return `imports the test code ${target}; only tests, scenarios and benches may`;
  }
  if (from.area === to.area) return undefined;
  if (path.startsWith('src/') && !target.startsWith('src/')) return `imports ${target}, which lies outside src/`;
  if (target.startsWith('src/') && !/\/index\.tsx?$/.test(target)) {
    return `reaches into ${to.area}: import src/${to.area}/index.ts (or a sub-index) instead of ${target}`;
  }
  return path.startsWith('src/') ? tableObjection(path, target, entry) : undefined;
}

function tableObjection(path: string, target: string, entry: Import): string | undefined {
  const { area, isTest } = placeOf(path);
  const to = placeOf(target).area;
  const allowance: Allowance = dependencyTable[area] ?? { folders: [], packages: [] };
  if (allowance.folders.includes(to)) return undefined;
  if (isTest && !isolated.includes(area) && isTestExtra(target, to)) return undefined;
  if (allowance.lazy?.includes(to)) {
    return entry.typeOnly || entry.dynamic ? undefined : `loads ${to} eagerly; use await import()`;
  }
  if (allowance.typesOnly?.includes(to)) {
    return entry.typeOnly ? undefined : `imports values of ${to}; ${area} may use only its types (import type)`;
  }
  return `${area} may not import ${to}; it may import ${allowance.folders.join(', ') || 'nothing of ours'}`;
}

function isTestExtra(target: string, area: string): boolean {
  return testAllowance.files.some((file) => file === target) || testAllowance.folders.some((folder) => folder === area);
}

function packageObjection(path: string, specifier: string): string | undefined {
  const { area, isTest } = placeOf(path);
  const allowance = dependencyTable[area];
  if (!path.startsWith('src/') || allowance === undefined) return undefined;
  if (specifier.startsWith('node:')) return undefined;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (isTest && testPackages.includes(name)) return undefined;
  if (!isTest && testOnlyPackages.includes(name)) return `imports ${name}, a package for tests`;
  if (area === 'core' && corePackageHomes[name]?.test(path) === false) {
    return `imports ${name} outside its one place in core`;
  }
  if (allowance.packages === 'any' || allowance.packages.includes(name)) return undefined;
  return `${area} may not import the package ${name}; it may import ${allowance.packages.join(', ') || 'none'}`;
}
