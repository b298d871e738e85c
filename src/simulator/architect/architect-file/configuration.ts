import { isObject, textOf, type JsonObject } from '../../kernel/values.ts';
import { flowKinds } from '../content/flow-kinds.ts';

/** A flow's configuration in the form that Architect itself works with, as `.i3` files hold it. */
export type ArchitectConfiguration = {
  /** The flow type in upper case. */
  readonly kind: string;
  readonly name: string;
  readonly configuration: JsonObject;
};

/** The configuration that the value is; undefined for anything else, such as a flow's YAML as JSON. */
export function architectConfiguration(value: unknown): ArchitectConfiguration | undefined {
  if (!isObject(value) || !Array.isArray(value['flowSequenceItemList'])) return undefined;
  const kind = textOf(value, 'type').toUpperCase();
  if (!flowKinds.includes(kind)) return undefined;
  return { kind, name: textOf(value, 'name'), configuration: value };
}

/** The configuration in a stored or uploaded text: JSON, or the text of an `.i3` file; undefined for anything else. */
export function configurationInText(text: string): ArchitectConfiguration | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return architectConfiguration(parsedJson(trimmed));
  return /^[A-Za-z0-9+/=\s]+$/u.test(trimmed) ? architectConfiguration(decoded(trimmed)) : undefined;
}

/** The text of an `.i3` file: Base64 of the URI-encoded configuration. */
export function architectFile(configuration: JsonObject): string {
  return Buffer.from(encodeURIComponent(JSON.stringify(configuration))).toString('base64');
}

function decoded(text: string): unknown {
  try {
    return parsedJson(decodeURIComponent(Buffer.from(text, 'base64').toString('latin1')));
  } catch {
    return undefined;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
