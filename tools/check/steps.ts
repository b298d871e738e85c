/** One part of `./dev check`: a program that exits with 0 when all is well. */
export interface Step {
  readonly name: string;
  /** Program and arguments, run from the repository root with `node_modules/.bin` on the path. */
  readonly command: readonly string[];
  /** What to do when it fails. */
  readonly remedy: string;
}

/** All steps, in the order in which they are shown. */
export const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '--build'], remedy: 'mend the types' },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings', '--format', 'unix'],
    remedy: 'mend what oxlint names; the rules are in .oxlintrc.json',
  },
  { name: 'format', command: ['oxfmt', '--list-different'], remedy: 'run: node_modules/.bin/oxfmt' },
  { name: 'rules', command: ['node', 'tools/rules/main.ts'], remedy: 'see "House rules" in CONTRIBUTING.md' },
  {
    name: 'unused',
    command: ['knip', '--no-progress', '--no-config-hints'],
    remedy: 'delete what nobody uses, or stop exporting it',
  },
  {
    name: 'diagnostics',
    command: ['node', 'tools/write-diagnostics.ts', '--check'],
    remedy: 'run: node_modules/.bin/node tools/write-diagnostics.ts',
  },
];
