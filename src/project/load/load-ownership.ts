import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, OwnershipRule, Severity, SourceLocation } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import type * as z from 'zod';
import { problem } from '../files/problem.ts';
import type { SourceRoot } from '../files/source-files.ts';
import type { YamlFile } from '../files/yaml-file.ts';
import type { ownershipEntrySchema } from '../schema/project-schema.ts';
import { parseTerraformState } from '../terraform/parse-state.ts';
import type { Loaded } from './read-yaml.ts';

type Entry = z.output<typeof ownershipEntrySchema>;

/**
 * The rules of an `ownership:` list in order, records of other tools read. A record that can not be read is an error
 * (SB2060): without it anything might be written that is not ours. States are seldom kept in Git, so for a project as it
 * was in a revision, from which nothing is written, it is a warning.
 */
export function loadOwnership(
  root: SourceRoot,
  yaml: YamlFile,
  { entries, catalogue }: { readonly entries: readonly Entry[]; readonly catalogue: Catalogue },
): { readonly value: readonly OwnershipRule[]; readonly diagnostics: readonly Diagnostic[] } {
  const loaded = entries.map((entry, index): Loaded<OwnershipRule> => {
    if (!('from' in entry)) return { value: entry, diagnostics: [] };
    const state = readState(root, entry.file, catalogue);
    if ('names' in state) {
      const objects = { source: entry.file, names: state.names };
      const field = entry.field === undefined ? {} : { field: entry.field };
      return { value: { ...field, owner: 'terraform', objects }, diagnostics: [] };
    }
    const place = yaml.locate(['ownership', index, 'file']);
    const severity = typeof root === 'string' ? 'error' : 'warning';
    return { diagnostics: [unreadable(place, entry.file, { why: state.unreadable, severity })] };
  });
  return {
    value: loaded.flatMap(({ value }) => value ?? []),
    diagnostics: loaded.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readState(root: SourceRoot, file: string, catalogue: Catalogue): ReturnType<typeof parseTerraformState> {
  try {
    const bytes = typeof root === 'string' ? readFileSync(resolve(root, file)) : root.read(file);
    return parseTerraformState(bytes.toString('utf8').replace(/^\uFEFF/u, ''), catalogue);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return { unreadable: code === 'ENOENT' ? 'there is no such file' : `it can not be read (${code})` };
  }
}

/** Never repeats anything of the state: states hold secrets. */
function unreadable(
  place: SourceLocation,
  file: string,
  { why, severity }: { readonly why: string; readonly severity: Severity },
): Diagnostic {
  return problem(
    'SB2060',
    place,
    `${place.file}:${place.line ?? 1}: the Terraform state ${file} can not be used: ${why}.`,
    { severity },
  );
}
