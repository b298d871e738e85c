import fc from 'fast-check';

/** One document of config/: where it stands, and what it says. */
export interface ConfigFile {
  readonly file: string;
  readonly type: 'routing_queue' | 'routing_wrapupcode' | 'architect_schedules' | 'architect_schedulegroups';
  readonly name: string;
  /** Any number; other values follow from it. */
  readonly value: number;
}

/** One thing that somebody does to the files; indexes count among the files that there are, round and round. */
export type FileEdit =
  | { readonly kind: 'add'; readonly type: ConfigFile['type']; readonly name: string; readonly value: number }
  | { readonly kind: 'delete' | 'move'; readonly index: number }
  | { readonly kind: 'change'; readonly index: number; readonly value: number }
  | { readonly kind: 'rename' | 'rename-and-move'; readonly index: number; readonly name: string };

const type = fc.constantFrom<ConfigFile['type'][]>(
  'routing_queue',
  'routing_wrapupcode',
  'architect_schedules',
  'architect_schedulegroups',
);
// Few names, so that one is given up and taken in the same commit; some that YAML must quote.
const name = fc.constantFrom('Billing', 'VIP #1: Störung', 'Noël', '日本語', 'yes', '0123');
const value = fc.integer({ min: 1, max: 9 });
const index = fc.nat({ max: 20 });

/** A few commits of a few edits each. */
export const randomHistory: fc.Arbitrary<readonly (readonly FileEdit[])[]> = fc.array(
  fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('add' as const), type, name, value }),
      fc.record({ kind: fc.constantFrom('delete' as const, 'move' as const), index }),
      fc.record({ kind: fc.constant('change' as const), index, value }),
      fc.record({ kind: fc.constantFrom('rename' as const, 'rename-and-move' as const), index, name }),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 2, maxLength: 4 },
);

/** The files after an edit. One that would describe an object twice is left out. */
export function edited(files: readonly ConfigFile[], edit: FileEdit, serial: number): readonly ConfigFile[] {
  const place = `config/${serial % 2 === 0 ? 'routing' : 'störung'}/f${serial}.yaml`;
  if (edit.kind === 'add') {
    const { kind: _, ...rest } = edit;
    return withoutTwins(files, [...files, { ...rest, file: place }]);
  }
  const at = files.length === 0 ? -1 : edit.index % files.length;
  const chosen = files[at];
  if (chosen === undefined) return files;
  const others = files.toSpliced(at, 1);
  switch (edit.kind) {
    case 'delete':
      return others;
    case 'move':
      return [...others, { ...chosen, file: place }];
    case 'change':
      return [...others, { ...chosen, value: edit.value }];
    case 'rename':
      return withoutTwins(files, [...others, { ...chosen, name: edit.name }]);
    case 'rename-and-move':
      return withoutTwins(files, [...others, { ...chosen, name: edit.name, file: place }]);
    default:
      return edit satisfies never;
  }
}

/** The text of a document; a schedule group refers to all schedules that there are. */
export function textOf({ type: kind, name: called, value: number }: ConfigFile, all: readonly ConfigFile[]): string {
  const schedules = all.filter((one) => one.type === 'architect_schedules').map((one) => one.name);
  const spec = {
    routing_queue: {
      description: `queue ${number}`,
      acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: number * 1000 },
    },
    routing_wrapupcode: { description: `code ${number}` },
    architect_schedules: { start: `2026-01-0${number}T08:00:00.000`, end: `2026-01-0${number}T18:00:00.000` },
    architect_schedulegroups: {
      description: `group ${number}`,
      openSchedules: schedules.toSorted().map((schedule) => ({ $ref: `architect_schedules/${schedule}` })),
    },
  }[kind];
  return JSON.stringify({ apiVersion: 'signalbox/v1', kind: 'Resource', type: kind, name: called, spec }, null, 2);
}

function withoutTwins(before: readonly ConfigFile[], after: readonly ConfigFile[]): readonly ConfigFile[] {
  const keys = after.map((one) => `${one.type} ${one.name}`);
  return new Set(keys).size === keys.length ? after : before;
}
