import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { Json, JsonObject } from '../../core/index.ts';
import { projectError } from '../errors.ts';
import type { InputDeclaration } from '../project.ts';

/** Where the inputs of a changeset come from. Later ones win: variables, file, flags. */
export interface InputSources {
  /** Process variables; `SIGNALBOX_INPUT_<NAME>` gives an input, names in capitals, anything but letters and digits as `_`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** A YAML or JSON file with an object: names and values. */
  readonly file?: string | undefined;
  readonly flags: JsonObject;
}

/**
 * The inputs given to a changeset, not checked yet. Variables for inputs that it does not declare are left alone: they may
 * be for another changeset of the same job. Errors: SB2001 unreadable file, SB2023 a file that holds no object.
 */
export function gatherInputs(
  declared: Readonly<Record<string, InputDeclaration>>,
  { variables, file, flags }: InputSources,
): JsonObject {
  const fromVariables = Object.keys(declared).flatMap((name) => {
    const value = variables[`SIGNALBOX_INPUT_${name.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '_')}`];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(fromVariables), ...(file === undefined ? {} : readInputs(file)), ...flags };
}

function readInputs(file: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw projectError('SB2001', `The file ${file} can not be read.`, { file }, error);
  }
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, merge: false });
  const [wrong] = document.errors;
  if (wrong !== undefined) throw projectError('SB2023', `${file}: ${wrong.message.split('\n')[0] ?? ''}`, { file });
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw projectError('SB2023', `${file} holds no object with names and values of inputs.`, { file });
  return JSON.parse(JSON.stringify(value)) as Record<string, Json>;
}
