import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import type { ValuePlace } from '../../diagnostic/text-place.ts';
import type { ExpressionScope } from '../../expression/scope.ts';
import { interpolate } from '../../expression/interpolation.ts';
import type { Json, JsonObject } from '../../json/json.ts';
import { formatPath, type FieldPath } from '../../json/path.ts';
import { mapValues } from '../../mapping/index.ts';
import { contentDigestOf } from '../../resource/reference.ts';
import { listRuleAt } from '../../resource/list/list-operators.ts';
import { addressOf } from '../world/label.ts';
import { documentOf, setDocument, withParent } from '../world/projected-object.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';
import { isOwnContent, liveContent, loadContent } from './content.ts';
import { areKnownFields, respectsCreateOnly, respectsKey } from './fields.ts';
import { linkValue } from './link-document.ts';
import { overlay, type Overlaid } from './overlay.ts';
import { settleSecrets } from './settle-secrets.ts';
import { mayWrite } from '../actions/write-permit.ts';

/** Values an action wants on an object, expressions computed already. */
export interface WantedValues {
  readonly action: number;
  readonly source: SourceLocation;
  /** Laid one over the other, the first over what is there. */
  readonly layers: readonly JsonObject[];
  /** The key that the values must leave the object with; absent where they may give it a new one that is free. */
  readonly key?: readonly string[] | undefined;
}

/** Maps plain values as the environment says, computes the `${…}` of a value and notes each one with what it gave, for the decision. */
export function computeValues(
  world: World,
  given: JsonObject,
  context: {
    readonly action: number;
    readonly place: ValuePlace;
    readonly address: string;
    readonly scope: ExpressionScope;
  },
): JsonObject {
  const { action, address, place } = context;
  const type = address.split('/', 1)[0] ?? '';
  const meant = mapValues(world.input.environment.valueMappings ?? [], type, given);
  return interpolate(meant, context.scope, place, (path, expression, value) => {
    world.values.push({ action, address, path, expression, value });
    refuseUnknownId(world, value, { source: sourceOf(place), address, path, expression });
  }) as JsonObject;
}

function sourceOf({ file, line, column }: ValuePlace): SourceLocation {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** Reports a value that holds the handle of an object that the plan makes: its id is not known before it is there. */
function refuseUnknownId(
  world: World,
  value: Json,
  at: {
    readonly source: SourceLocation;
    readonly address: string;
    readonly path: FieldPath;
    readonly expression: string;
  },
): void {
  const handle = /\bnew#\d+\b/u.exec(JSON.stringify(value))?.[0];
  const planned = [...world.objects.values()].flatMap((objects) => objects.get(handle ?? '') ?? [])[0];
  if (planned === undefined) return;
  const { source, address } = at;
  report(
    world,
    'SB1028',
    `${address} ${formatPath(at.path)}: ${at.expression} gives the id of ${addressOf(world, planned)}, which this changeset makes.`,
    { source, address },
  );
}

/** Lays computed values over the projected object; permits, unknown fields, references and content are checked here. */
export function setValues(world: World, object: ProjectedObject, wanted: WantedValues): void {
  const place = { address: addressOf(world, object), source: wanted.source };
  if (!wanted.layers.every((values) => areKnownFields(world, object.descriptor, values, place))) return;
  const { document, paths, problems } = layOver(world, object, wanted.layers, place);
  // While reads are missing, a document is not yet what it will be.
  for (const problem of world.missing.size > 0 ? [] : problems)
    report(world, 'SB1038', `${place.address} ${problem}`, place);
  if (problems.length > 0) return;
  if (!mayWrite(world, object, { paths, document }, wanted.source)) return;
  if (
    !respectsCreateOnly(world, object, document, place) ||
    !respectsKey(world, object, document, { ...place, key: wanted.key })
  )
    return;
  if (!settleSecrets(world, object, document, place)) return;
  const resolved = settleContent(world, object, document, wanted.source);
  if (resolved === undefined) return;
  touch(object, wanted);
  object.owned.push(...paths);
  setDocument(world, object, withParent(object, resolved));
}

/** Layer by layer, so that `$include`, `$exclude` and `$replace` mean the object itself and not the layer below. */
function layOver(
  world: World,
  object: ProjectedObject,
  layers: readonly JsonObject[],
  place: { readonly address: string; readonly source: SourceLocation },
): Overlaid {
  return layers.reduce<Overlaid>(
    (laid, values) => {
      const next = overlay(laid.document, linkValue(world, values, place) as JsonObject, (path) =>
        listRuleAt(object.descriptor, path),
      );
      return {
        document: next.document,
        paths: [...laid.paths, ...next.paths],
        problems: [...laid.problems, ...next.problems],
      };
    },
    { document: documentOf(object), paths: [], problems: [] },
  );
}

/** Notes that an action had a say in the object. */
export function touch(object: ProjectedObject, by: { readonly action: number; readonly source: SourceLocation }): void {
  object.actions.add(by.action);
  object.source ??= by.source;
}

/** The document with its content value rendered; undefined when the content can not be used. */
function settleContent(
  world: World,
  object: ProjectedObject,
  document: JsonObject,
  source: SourceLocation,
): JsonObject | undefined {
  const rule = object.descriptor.content;
  const value = rule === undefined ? undefined : document[rule.field];
  if (rule === undefined || value === undefined || contentDigestOf(value) === undefined) return document;
  const rendered = loadContent(world, rule, value, { address: addressOf(world, object), source });
  if (rendered === undefined || !isOwnContent(world, object, rendered.parsed, source)) return undefined;
  const live = liveContent(world, object, rendered);
  if (live !== undefined) object.before = { ...object.before, [rule.field]: live };
  return { ...document, [rule.field]: { $content: rendered.digest } };
}
