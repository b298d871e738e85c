import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { digestText, isSameJson } from '../../json/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { valueAt } from '../../json/path.ts';
import type { ContentRule } from '../../resource/descriptor.ts';
import { comparableKey } from '../../resource/key.ts';
import { placePattern } from '../../resource/content-text.ts';
import { contentDigestOf } from '../../resource/reference.ts';
import { addressOf } from '../world/label.ts';
import { keyOf } from '../world/projected-object.ts';
import { needRead, report, type ProjectedObject, type World } from '../world/world.ts';
import { misreadSubstitutions } from './misread-substitutions.ts';

/** A rendered content text that the planner can work with. */
export interface RenderedContent {
  readonly digest: string;
  readonly text: string;
  readonly parsed: Json;
}

/** The text with every `{{name}}` replaced by its substitution; names without one are returned as missing. */
function renderContent(
  text: string,
  substitutions: JsonObject,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const rendered = text.replace(placePattern, (whole, name: string) => {
    const value = Object.hasOwn(substitutions, name) ? substitutions[name] : undefined;
    if (value === undefined || value === null) {
      missing.push(name);
      return whole;
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  return { text: rendered, missing };
}

/** Renders and parses `{ $content, substitutions }`; reports what is wrong and then gives undefined. */
export function loadContent(
  world: World,
  rule: ContentRule,
  value: Json,
  place: { readonly address: string; readonly source: SourceLocation },
): RenderedContent | undefined {
  const digest = contentDigestOf(value);
  const source =
    digest === undefined ? undefined : (world.input.artifact.contents[digest] ?? world.contents.get(digest));
  if (source === undefined || !isJsonObject(value)) {
    report(world, 'SB1016', `The artifact does not hold the text of ${place.address}.`, place);
    return undefined;
  }
  const given = value['substitutions'];
  const substitutions = isJsonObject(given) ? given : {};
  const { text, missing } = renderContent(source, substitutions);
  if (missing.length > 0) {
    report(
      world,
      'SB1016',
      `${place.address}: no value for ${[...new Set(missing)].map((name) => `{{${name}}}`).join(', ')}.`,
      place,
    );
    return undefined;
  }
  const parsed = parseContent(world, rule, text, place);
  if (parsed === undefined || isMisread(world, rule, { source, substitutions }, place)) return undefined;
  const rendered = digestText(text);
  world.contents.set(rendered, text);
  return { digest: rendered, text, parsed };
}

/** True, and reported, when the format would read a substitution as something else than the text that was given. */
function isMisread(
  world: World,
  rule: ContentRule,
  content: { readonly source: string; readonly substitutions: JsonObject },
  place: { readonly address: string; readonly source: SourceLocation },
): boolean {
  const parse = world.input.contentFormats[rule.format];
  if (parse === undefined) return false;
  const render = (values: JsonObject): string => renderContent(content.source, values).text;
  const misread = misreadSubstitutions(parse, render, content.substitutions);
  if (misread.length === 0) return false;
  const names = misread.map((name) => `{{${name}}}`).join(', ');
  report(
    world,
    'SB1016',
    `${place.address}: the text would not read the value of ${names} as it is, but cut, unescaped or as something else; quote the place in the text.`,
    place,
  );
  return true;
}

/** Parses a content text; reports a text that is not well-formed and then gives undefined. */
export function parseContent(
  world: World,
  rule: ContentRule,
  text: string,
  place: { readonly address: string; readonly source?: SourceLocation | undefined },
): Json | undefined {
  const parse = world.input.contentFormats[rule.format];
  if (parse === undefined) throw new TypeError(`no parser for the content format ${rule.format}`);
  try {
    return parse(text);
  } catch (error) {
    report(world, 'SB1016', `${place.address}: ${error instanceof Error ? error.message : String(error)}`, place);
    return undefined;
  }
}

/** True when the content gives itself the key of the object; reports when it does not. */
export function isOwnContent(world: World, object: ProjectedObject, parsed: Json, source: SourceLocation): boolean {
  const own = object.descriptor.content?.keyOf(parsed);
  const key = keyOf(world, object);
  if (own === undefined || key === undefined) return true;
  if (comparableKey(object.descriptor.key, own) === comparableKey(object.descriptor.key, key)) return true;
  const address = addressOf(world, object);
  report(world, 'SB1017', `The text of ${address} calls itself "${own.join(' ')}".`, { address, source });
  return false;
}

/**
 * The content value the organisation has: `wanted` when it means the same, another digest when it differs, undefined when
 * nothing was published. Asks for an export only where the baseline can not answer.
 */
export function liveContent(world: World, object: ProjectedObject, wanted: RenderedContent): Json | undefined {
  const rule = object.descriptor.content;
  if (rule === undefined || object.live === undefined) return undefined;
  const revision = revisionOf(rule, object.live.body);
  if (revision === undefined) return undefined;
  const address = addressOf(world, object);
  const known = world.input.baseline.entries[address]?.content;
  if (known?.digest === wanted.digest && known.revision === revision) return { $content: wanted.digest };
  const exported = world.input.snapshot.contents[object.handle];
  if (exported === undefined) {
    needRead(world, { kind: 'content', type: object.descriptor.type, id: object.handle });
    return undefined;
  }
  const parsed = parseContent(world, rule, exported.text, { address });
  if (parsed !== undefined && isSameJson(rule.canonical(parsed), rule.canonical(wanted.parsed)))
    return { $content: wanted.digest };
  const digest = digestText(exported.text);
  world.contents.set(digest, exported.text);
  return { $content: digest };
}

/** The published revision in a wire body, as text; undefined when nothing was ever published. */
function revisionOf(rule: ContentRule, body: JsonObject): string | undefined {
  const value = valueAt(body, rule.revision.split('.'));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
