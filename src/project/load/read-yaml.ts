import type { Diagnostic } from '../../core/index.ts';
import type { SourceRoot } from '../files/source-files.ts';
import { readSourceText } from '../files/source-text.ts';
import { parseYamlFile, type YamlFile } from '../files/yaml-file.ts';
import { checkKind } from '../schema/check-shape.ts';

/** A value with everything that was found wrong on the way to it. */
export interface Loaded<Value> {
  readonly value?: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The YAML of a project file that says it is of the kind. */
export function readYaml(root: SourceRoot, file: string, kind: string): Loaded<YamlFile> {
  const source = readSourceText(root, file);
  if ('diagnostics' in source) return source;
  const { yaml, diagnostics } = parseYamlFile(file, source.text);
  if (yaml === undefined) return { diagnostics };
  const wrong = checkKind(yaml, kind);
  return wrong.length > 0 ? { diagnostics: [...diagnostics, ...wrong] } : { value: yaml, diagnostics };
}

/** The file's name without folder and ending. */
export function slugOf(file: string): string {
  return file.replace(/^.*\//u, '').replace(/\.ya?ml$/u, '');
}
