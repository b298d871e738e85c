import type * as z from 'zod';
import { nearestName, type Diagnostic, type Json } from '../../core/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlFile, YamlPath } from '../files/yaml-file.ts';

type Issue = z.core.$ZodIssue;

/** The value as the schema gives it, or a diagnostic for every issue, each at its place in the file. */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
  value: Json = yaml.value,
  at: YamlPath = [],
): { readonly data: z.output<Schema> } | { readonly diagnostics: readonly Diagnostic[] } {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data };
  return { diagnostics: result.error.issues.flatMap((issue) => toDiagnostics(issue, yaml, at)) };
}

/** Whether the file says the version and kind it must; the kind decides everything after. */
export function checkKind(yaml: YamlFile, kind: string): readonly Diagnostic[] {
  const value = yaml.value as { readonly apiVersion?: Json; readonly kind?: Json } | string | null;
  const isRight =
    typeof value === 'object' && value !== null && value.apiVersion === 'signalbox/v1' && value.kind === kind;
  if (isRight) return [];
  const place = yaml.locate([]);
  const version = typeof value === 'object' ? value?.apiVersion : undefined;
  if (typeof version === 'string' && /^signalbox\/v[1-9]\d*$/u.test(version) && version !== 'signalbox/v1') {
    const text = `${place.file} says apiVersion: ${version}, which this version of Signalbox does not know yet.`;
    return [problem('SB2007', place, text, { detail: 'A newer version of Signalbox wrote it: update Signalbox.' })];
  }
  const isOther = typeof value === 'object' && typeof value?.kind === 'string' && value.kind !== kind;
  const nearest = isOther ? nearestName(String(value.kind), [kind]) : undefined;
  return [
    problem(
      'SB2007',
      place,
      `${place.file}: apiVersion: signalbox/v1 and kind: ${kind} are expected here.${suggestion(nearest, [])}`,
    ),
  ];
}

function toDiagnostics(issue: Issue, yaml: YamlFile, at: YamlPath): readonly Diagnostic[] {
  const path = [...at, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  if (issue.code !== 'unrecognized_keys') {
    const place = yaml.locate(path);
    const name = path.length === 0 ? 'The file' : path.join('.');
    return [
      problem('SB2009', place, `${place.file}:${place.line}: ${name}: ${readable(issue)}`, { detail: `At ${name}.` }),
    ];
  }
  const messages = issue.message.split('\n');
  return issue.keys.map((key, index) => {
    const place = yaml.locateKey([...path, key]);
    return problem(
      'SB2008',
      place,
      `${place.file}:${place.line}: ${messages[index] ?? `"${key}" is not known here.`}`,
      {
        detail: `In ${path.length === 0 ? 'the file' : path.join('.')}.`,
      },
    );
  });
}

function readable(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `${issue.expected} is missing.`;
  const text = issue.message.replace(/^Invalid input: /u, '');
  return text.endsWith('.') ? text : `${text}.`;
}
