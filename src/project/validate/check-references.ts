import {
  isJsonArray,
  isJsonObject,
  nearestName,
  type Action,
  type Diagnostic,
  type Json,
  type JsonObject,
  type SourceLocation,
} from '../../core/index.ts';
import { isSingle, parseAddress, singleName, type Catalogue } from '../../core/resource/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlPath } from '../files/yaml-file.ts';
import { authoredKeyFields, comparableAddress } from '../load/resource-key.ts';
import type { LoadedProject } from '../project.ts';
import { allActions } from '../load/actions/all-actions.ts';

/**
 * References of documents and changesets: malformed ones and unknown types are errors. A name that config/ should hold
 * and does not is a warning: config/ has documents of that type, the type is managed, and the object may still exist.
 */
export function checkReferences(project: LoadedProject, catalogue: Catalogue): readonly Diagnostic[] {
  const present = new Set(project.documents.map(({ type, key }) => addressKey(catalogue, type, key)));
  const heldTypes = new Set(project.documents.map(({ type }) => type));
  const mayBeMissing = (type: string): boolean =>
    !heldTypes.has(type) || (project.project.modes[type] ?? catalogue.find(type)?.defaultMode) !== 'manage';
  const ofDocuments = project.documents.flatMap(({ document, locate }) =>
    referencesOf(document).flatMap(({ path, ref }) => {
      const wrong = checkForm(ref, locate(path), catalogue);
      if (wrong !== undefined) return [wrong];
      const address = parseAddress(ref);
      if (
        address === undefined ||
        ref.includes('${') ||
        mayBeMissing(address.type) ||
        present.has(addressKey(catalogue, address.type, address.key))
      )
        return [];
      return [missing(ref, locate(path), project)];
    }),
  );
  const ofChangesets = project.changesets.flatMap(({ actions, yaml }) =>
    allActions(actions).flatMap(({ action, path, targetPath }) => {
      // The values of a list of targets stand once in the file.
      const isRepeated = typeof targetPath?.at(-1) === 'number' && targetPath.at(-1) !== 0;
      return referencesOf(isRepeated ? {} : setOf(action)).flatMap(
        ({ path: below, ref }) => checkForm(ref, yaml.locate([...path, 'set', ...below]), catalogue) ?? [],
      );
    }),
  );
  return [...ofDocuments, ...ofChangesets];
}

function setOf(action: Action): JsonObject {
  return ('set' in action ? action.set : undefined) ?? {};
}

interface PlacedReference {
  readonly path: YamlPath;
  readonly ref: string;
}

function referencesOf(value: Json, path: YamlPath = []): readonly PlacedReference[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => referencesOf(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  const own = value['$ref'];
  // One that begins with # is a JSON schema's own.
  if (typeof own === 'string' && !own.startsWith('#')) return [{ path: [...path, '$ref'], ref: own }];
  return Object.entries(value).flatMap(([key, item]) => referencesOf(item, [...path, key]));
}

function checkForm(ref: string, place: SourceLocation, catalogue: Catalogue): Diagnostic | undefined {
  const where = `${place.file}:${place.line ?? 1}:`;
  if (ref.startsWith('${')) return undefined;
  const address = parseAddress(ref);
  if (address === undefined)
    return problem('SB2012', place, `${where} "${ref}" is not an address such as routing_queue/Billing.`);
  const descriptor = catalogue.find(address.type);
  if (descriptor === undefined)
    return problem(
      'SB2013',
      place,
      `${where} "${address.type}" is not a type.${suggestion(nearestName(address.type, catalogue.types), [])}`,
    );
  if (isSingle(descriptor)) {
    if (address.key.join('/') === singleName) return undefined;
    return problem('SB2012', place, `${where} write ${address.type}/${singleName} instead of "${ref}".`);
  }
  const parts = authoredKeyFields(descriptor, catalogue);
  if (address.key.length === parts.length) return undefined;
  return problem(
    'SB2012',
    place,
    `${where} "${ref}" has ${address.key.length} key parts; ${address.type} has ${parts.length}: ${parts.join('/')}.`,
  );
}

function missing(ref: string, place: SourceLocation, project: LoadedProject): Diagnostic {
  const nearest = nearestName(
    ref,
    project.documents.map(({ address }) => address),
  );
  return problem(
    'SB2016',
    place,
    `${place.file}:${place.line ?? 1}: config/ holds no ${ref}.${suggestion(nearest, [])}`,
    { severity: 'warning', address: ref },
  );
}

function addressKey(catalogue: Catalogue, type: string, key: readonly string[]): string {
  const descriptor = catalogue.find(type);
  return descriptor === undefined ? `${type}/${key.join('/')}` : comparableAddress(descriptor, key);
}
