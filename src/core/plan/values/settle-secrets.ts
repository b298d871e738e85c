import { isHidden } from '../../three-way/equal-values.ts';
import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { isSameJson } from '../../json/canonical-json.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { formatPath, mapPattern, withValueAt, type FieldPath } from '../../json/path.ts';
import { holdsSecretReference, secretReferenceOf } from '../../resource/secret/secret-reference.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';

/**
 * True when secrets stand in the document as references, and references to secrets only where the platform hides what it
 * is given; reports what does not. A reference that an earlier deployment wrote, in the same version, is no change.
 */
export function settleSecrets(
  world: World,
  object: ProjectedObject,
  document: JsonObject,
  place: { readonly address: string; readonly source: SourceLocation },
): boolean {
  const { descriptor } = object;
  const plain = descriptor.secret.filter((pattern) => holdsPlainText(document, pattern));
  for (const pattern of plain) {
    report(world, 'SB1040', `${place.address}: ${pattern} is a secret and stands in plain text.`, place);
    forgetValues(world, place.address);
  }
  const references = holdsSecretReference(document) ? referencesIn(document) : [];
  const readable = references.filter(({ path }) => !isHidden(descriptor, path));
  for (const { path } of readable)
    report(
      world,
      'SB1040',
      `${place.address}: ${formatPath(path)} is no secret field; everybody could read it.`,
      place,
    );
  for (const reference of references.filter(({ isInList }) => !isInList))
    rememberWritten(world, object, { ...reference, address: place.address });
  return plain.length === 0 && readable.length === 0;
}

function holdsPlainText(document: JsonObject, pattern: string): boolean {
  let found = false;
  mapPattern(document, pattern, (value) => {
    found ||= value !== null && value !== '' && !isOnlyReferences(value);
    return value;
  });
  return found;
}

/** A secret place may be an object whose fields are the secrets. */
function isOnlyReferences(value: Json): boolean {
  if (secretReferenceOf(value) !== undefined) return true;
  return isJsonObject(value) && Object.values(value).every((inner) => inner === null || isOnlyReferences(inner));
}

interface PlacedReference {
  /** Lists on the way have no part in it. */
  readonly path: FieldPath;
  readonly value: Json;
  readonly isInList: boolean;
}

function referencesIn(value: Json, path: FieldPath = [], isInList = false): readonly PlacedReference[] {
  if (secretReferenceOf(value) !== undefined) return [{ path, value, isInList }];
  if (isJsonArray(value)) return value.flatMap((item) => referencesIn(item, path, true));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => referencesIn(inner, [...path, name], isInList));
}

function rememberWritten(
  world: World,
  object: ProjectedObject,
  { path, value, address }: PlacedReference & { readonly address: string },
): void {
  if (object.live === undefined) return;
  const written = world.input.baseline.entries[address]?.fields.find(
    (field) => formatPath(field.path) === formatPath(path),
  );
  if (written !== undefined && isSameJson(written.value, value))
    object.before = withValueAt(object.before ?? {}, path, value);
}

/** What expressions gave for an object that got a secret in plain text must not be seen. */
function forgetValues(world: World, address: string): void {
  world.values.forEach((known, index) => {
    if (known.address === address) world.values[index] = { ...known, value: '[secret]' };
  });
}
