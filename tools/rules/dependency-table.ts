/** What one folder of `src/` may import. `typesOnly` folders may be named in types and never at run time. */
export interface Allowance {
  readonly folders: readonly string[];
  readonly typesOnly?: readonly string[];
  readonly lazy?: readonly string[];
  /** Package names; `any` where the folder is a shell that may use what package.json lists. */
  readonly packages: readonly string[] | 'any';
}

const shell = ['core', 'ledger', 'project', 'views', 'catalog', 'engine', 'genesys', 'store', 'server'];

/** Who may import whom. A folder that is missing here may import nothing, so that a new one has to be decided on. */
export const dependencyTable: Readonly<Record<string, Allowance>> = {
  core: { folders: [], packages: ['@noble/hashes', 'canonicalize', '@bufbuild/cel', '@bufbuild/protobuf'] },
  ledger: { folders: [], packages: [] },
  simulator: { folders: [], packages: 'any' },
  project: { folders: ['core'], packages: ['yaml', 'zod'] },
  views: { folders: ['core'], packages: [] },
  catalog: { folders: ['core'], packages: ['zod'] },
  engine: { folders: ['core'], packages: [] },
  genesys: { folders: ['core'], typesOnly: ['engine'], packages: 'any' },
  store: { folders: ['core', 'ledger'], typesOnly: ['engine'], packages: 'any' },
  server: { folders: shell, packages: 'any' },
  cli: { folders: shell, lazy: ['simulator'], packages: 'any' },
  console: { folders: ['core', 'ledger'], packages: 'any' },
};

/** What test code inside any folder but core, ledger and the simulator may import on top of its folder's allowance. */
export const testAllowance = { files: ['src/engine/testing/index.ts'], folders: ['simulator'] } as const;

/** Packages that only test code uses. */
export const testOnlyPackages: readonly string[] = ['vitest', 'fast-check', 'purecloud-platform-client-v2'];

/** Packages that test code may use in every folder, whatever the folder itself may. */
export const testPackages: readonly string[] = [...testOnlyPackages, 'yaml'];

/** Packages of core that stay behind one file or folder. */
export const corePackageHomes: Readonly<Record<string, RegExp>> = {
  '@bufbuild/cel': /^src\/core\/expression\//,
  '@bufbuild/protobuf': /^src\/core\/expression\//,
};
