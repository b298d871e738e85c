import type { ConfigDeclaration } from '../../core/compare/index.ts';
import { interpolate } from '../../core/expression/index.ts';
import {
  isJsonArray,
  isJsonObject,
  mapAddress,
  mapValues,
  type FieldPath,
  type Json,
  type JsonObject,
} from '../../core/index.ts';
import { isLeaf, type Catalogue } from '../../core/resource/index.ts';
import { comparableIn } from '../artifact/expand-ensure.ts';
import type { LoadedEnvironment, LoadedProject, ProjectDocument } from '../project.ts';

/** The two environments that are compared. */
export interface ComparedEnvironments {
  readonly left: LoadedEnvironment;
  readonly right: LoadedEnvironment;
}

/**
 * What the files of a project mean to be different between two environments: documents that are for one of them only,
 * fields that an environment's own documents give, and fields computed from `env`.
 */
export function declaredDifferences(
  { documents }: Pick<LoadedProject, 'documents'>,
  { left, right }: ComparedEnvironments,
  catalogue: Catalogue,
): readonly ConfigDeclaration[] {
  const sides = [
    { side: 'left', environment: left, other: right },
    { side: 'right', environment: right, other: left },
  ] as const;
  const byAddress = Map.groupBy(documents, (document) => comparableIn(catalogue, document));
  return sides.flatMap(({ side, environment, other }) =>
    [...byAddress.values()].flatMap((group) => {
      const own = group.filter((document) => isFor(document, environment.name));
      const isElsewhere = group.some((document) => isFor(document, other.name));
      return own.flatMap((document): readonly ConfigDeclaration[] => {
        const { address } = mapAddress(environment.rules.mappings, document.address, catalogue);
        const { file } = document.source;
        if (!isElsewhere) return [{ side, address, file }];
        const fields =
          document.environment === undefined ? computedFields(document.document) : leaves(document.document);
        return fields.map(({ path, value }) => {
          const given = valueIn(environment, document.type, value);
          return { side, address, path, file, ...(given === undefined ? {} : { value: given }) };
        });
      });
    }),
  );
}

function isFor(document: ProjectDocument, environment: string): boolean {
  if (document.environment !== undefined) return document.environment === environment;
  return document.environments?.includes(environment) ?? true;
}

interface Field {
  readonly path: FieldPath;
  readonly value: Json;
}

function leaves(value: Json, path: FieldPath = []): readonly Field[] {
  if (!isJsonObject(value) || isLeaf(value) || isOperator(value)) return path.length === 0 ? [] : [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

/** Fields whose texts look at the environment. */
function computedFields(document: JsonObject): readonly Field[] {
  return leaves(document).filter(({ value }) => /\$\{[^}]*\benv\b/u.test(JSON.stringify(value)));
}

/** What a field is in the environment; undefined where only an organisation or a changeset could tell. */
function valueIn(environment: LoadedEnvironment, type: string, value: Json): Json | undefined {
  if (isJsonArray(value) || isJsonObject(value)) return undefined;
  const { name, organisationId, values, valueMappings = [] } = environment.rules;
  const mapped = mapValues(valueMappings, type, { value })['value'] ?? null;
  try {
    return interpolate(mapped, {
      variables: { env: { name, organisationId, values }, inputs: {} },
      resources: () => [],
      ref: () => undefined,
    });
  } catch {
    return undefined;
  }
}

function isOperator(value: JsonObject): boolean {
  return Object.keys(value).some((name) => name.startsWith('$') || name === 'file');
}
