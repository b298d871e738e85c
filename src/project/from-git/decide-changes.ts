import { isSameJson, type Diagnostic, type Json, type JsonObject } from '../../core/index.ts';
import { isSingle, limitOn, type Address, type Catalogue, type Mode } from '../../core/resource/index.ts';
import { comparableIn } from '../artifact/expand-ensure.ts';
import { gitNotice } from '../git/errors.ts';
import { effectiveIn, filesOf, type Described, type EffectiveDocument } from './described.ts';
import { fieldsThatDiffer } from './fields-that-differ.ts';
import type { FoundRename } from './renames/find-renames.ts';
import type { GitChange } from './git-change.ts';
import { afterRenames, documentAfterRenames, type RenamedAddresses } from './renames/renamed-addresses.ts';

/** Both sides of a change, and what decides how they are told apart. */
export interface Sides {
  readonly before: ReadonlyMap<string, Described>;
  readonly after: ReadonlyMap<string, Described>;
  /** Names of all environments. */
  readonly environments: readonly string[];
  readonly catalogue: Catalogue;
  readonly modeOf: (type: string, environment: string) => Mode;
  /** The document with content files by what is in them, as its side has them. */
  readonly withContent: (side: 'before' | 'after', document: JsonObject) => JsonObject;
}

/** What the change of one resource means, and what it does not mean. */
export interface Decided {
  readonly changes: readonly GitChange[];
  readonly notices: readonly Diagnostic[];
  /** A deleted file whose object stays, and why. */
  readonly kept?: KeptObject | undefined;
}

/** A deleted file whose object stays. */
export interface KeptObject {
  readonly file: string;
  /** `in dev, uat: …`, the same for all that stay for the same reason. */
  readonly because: string;
}

/**
 * The deletion of a resource that no file describes any more. Only where the file is gone and the type is managed; a
 * narrower `environments:` gives the object up there and deletes nothing.
 */
export function decideGone(was: Described, sides: Sides, renamed: RenamedAddresses): Decided {
  const { catalogue, environments } = sides;
  // Deletes come first: what the key names still has its old name then.
  const target = { type: was.type, key: was.key };
  const now = sides.after.get(comparableIn(catalogue, afterRenames(target, renamed, catalogue)));
  const lost = environments.filter(
    (name) => effectiveIn(was, name) !== undefined && effectiveIn(now, name) === undefined,
  );
  if (lost.length === 0) return nothing;
  const files = filesOf(was).join(', ');
  if (now?.shared !== undefined)
    return noticed(was, `${was.address} is no longer described for ${lost.join(', ')}: it stays there as it is`);
  const why = whyNotDeleted(was, catalogue);
  if (why !== undefined) return { ...nothing, kept: { file: files, because: why } };
  const managed = lost.filter((name) => sides.modeOf(was.type, name) === 'manage');
  const [kept] = lost.filter((name) => !managed.includes(name));
  const mode = kept === undefined ? undefined : `${was.type} is kept in mode "${sides.modeOf(was.type, kept)}"`;
  const stays = lost.filter((name) => !managed.includes(name)).join(', ');
  return {
    changes:
      managed.length === 0
        ? []
        : [{ kind: 'delete', target, ...limitTo(managed, environments), why: `${files} was deleted` }],
    notices: leftBehind(was, now),
    ...(mode === undefined ? {} : { kept: { file: files, because: `${mode} in ${stays}` } }),
  };
}

/** The creation or update of a resource that the later revision describes, as against what it was. */
export function decideWanted(
  now: Described,
  was: Described | undefined,
  sides: Sides,
  renamed: RenamedAddresses,
): Decided {
  const seen = sides.environments.flatMap((name) => {
    const after = effectiveIn(now, name);
    if (after === undefined) return [];
    return [{ name, after, before: effectiveIn(was, name) }];
  });
  const changed = seen.flatMap(({ name, after, before }) => {
    const wanted = sides.withContent('after', after.document);
    const had = before === undefined ? undefined : asNow(before, sides, renamed);
    if (had !== undefined && isSameJson(had, wanted)) return [];
    return [{ name, after, had, wanted }];
  });
  if (changed.length === 0) return labelsOnly(now, seen);
  const written = changed.filter(({ name }) => ['manage', 'seed'].includes(sides.modeOf(now.type, name)));
  const [first] = written;
  const observed = changed.find((one) => !written.includes(one));
  const notices =
    observed === undefined
      ? []
      : [
          notWritten(
            now,
            sides.modeOf(now.type, observed.name),
            changed.filter((one) => !written.includes(one)).map(({ name }) => name),
          ),
        ];
  if (first === undefined) return { changes: [], notices };
  const names = written.map(({ name }) => name);
  return {
    changes: [
      {
        kind: 'ensure',
        target: { type: now.type, key: now.key },
        ...limitTo(names, sides.environments),
        why:
          first.had === undefined
            ? `${filesOf(now).join(', ')} is new`
            : fieldsThatDiffer(first.after.files, first.had, first.wanted),
      },
    ],
    notices,
  };
}

/** The rename, where the old name is gone and the new one is there. */
export function toRename(
  { from, to, evidence }: FoundRename,
  files: readonly string[],
  where: readonly string[],
  environments: readonly string[],
): GitChange {
  return {
    kind: 'rename',
    target: from,
    to: to.key.at(-1) ?? '',
    ...limitTo(where, environments),
    why: `${files.join(' is now ')} (${evidence})`,
  };
}

const nothing: Decided = { changes: [], notices: [] };

function asNow({ document }: EffectiveDocument, sides: Sides, renamed: RenamedAddresses): Json {
  return documentAfterRenames(sides.withContent('before', document), renamed, sides.catalogue);
}

function limitTo(names: readonly string[], all: readonly string[]): { readonly environments?: readonly string[] } {
  return names.length === all.length ? {} : { environments: names };
}

function noticed({ shared }: Described, text: string): Decided {
  return { changes: [], notices: [gitNotice('SB2056', 'warning', text, shared?.source)] };
}

function whyNotDeleted({ type }: Address, catalogue: Catalogue): string | undefined {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined) return 'its type is not known';
  if (isSingle(descriptor)) return `every organisation has its ${descriptor.noun}`;
  if (descriptor.shape.kind === 'facet') return `it is as long as its ${descriptor.shape.parentType} is`;
  return limitOn(descriptor, 'delete');
}

function leftBehind(was: Described, now: Described | undefined): readonly Diagnostic[] {
  if (was.shared === undefined || now === undefined || now.own.size === 0) return [];
  const files = [...now.own.values()].map(({ source }) => source.file).join(', ');
  return [
    gitNotice(
      'SB2055',
      'warning',
      `${was.shared.source.file} was deleted, but ${files} still describes ${now.address}: there it stays, with what that file says alone`,
      was.shared.source,
    ),
  ];
}

function notWritten({ address, shared }: Described, mode: Mode, names: readonly string[]): Diagnostic {
  return gitNotice(
    'SB2056',
    'warning',
    `${address} changed, and is no part of the change in ${names.join(', ')}: its type is kept in mode "${mode}" there`,
    shared?.source,
  );
}

function labelsOnly(
  now: Described,
  seen: readonly { readonly after: EffectiveDocument; readonly before: EffectiveDocument | undefined }[],
): Decided {
  const isChanged = seen.some(({ after, before }) => before !== undefined && !isSameJson(before.labels, after.labels));
  if (!isChanged) return nothing;
  return noticed(now, `${now.address} has other labels: they count in expressions and are not deployed`);
}
