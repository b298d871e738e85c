import { parseDocument } from 'yaml';
import { isObject, textOf, type JsonObject } from '../../kernel/values.ts';
import { kindOfRoot } from './flow-kinds.ts';

/** A flow as its YAML says it. */
export type ParsedFlow = {
  /** The root property, for example `inboundCall`. */
  readonly root: string;
  /** The flow type in upper case. */
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  /** Name of the division; undefined when the YAML leaves it open. */
  readonly division: string | undefined;
  /** What stands under the root property. */
  readonly body: JsonObject;
};

/** A flow, or what Architect says against the text. */
export type ParseResult =
  | { readonly kind: 'flow'; readonly flow: ParsedFlow }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Reads a flow's YAML. Refuses text that is not YAML (with line and column), unknown roots and a missing name. */
export function parseFlow(text: string): ParseResult {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    return refused(document.errors.map((error) => `The YAML is not well-formed. ${firstLine(error.message)}`));
  }
  const root: unknown = rootOf(document);
  if (typeof root === 'string')
    return refused([
      `The content is not a flow in YAML. Flow files of other kinds, such as .i3 exports, are not accepted.`,
    ]);
  if (!isObject(root))
    return refused(['The YAML has no root property that names a flow type, for example inboundCall.']);
  const [name, ...others] = Object.keys(root);
  if (name === undefined) return refused(['The YAML is empty.']);
  if (others.length > 0)
    return refused([
      `The YAML must have one root property, but it has ${Object.keys(root).length}: ${Object.keys(root).join(', ')}.`,
    ]);
  return flowUnder(name, root[name]);
}

function flowUnder(root: string, body: unknown): ParseResult {
  const kind = kindOfRoot(root);
  if (kind === undefined) return refused([`'${root}' is not a flow type that can be published.`]);
  if (!isObject(body)) return refused([`The flow under '${root}' has no properties.`]);
  const name = textOf(body, 'name').trim();
  if (name === '') return refused([`The flow under '${root}' has no name.`]);
  const division = textOf(body, 'division');
  const flow: ParsedFlow = {
    root,
    kind,
    name,
    description: textOf(body, 'description'),
    division: division === '' ? undefined : division,
    body,
  };
  return { kind: 'flow', flow };
}

function rootOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

function refused(problems: readonly string[]): ParseResult {
  return { kind: 'refused', problems };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '') ?? '';
}
