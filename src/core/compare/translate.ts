import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { invertedMappings, invertedValueMappings, mapAddress, mapValues } from '../mapping/index.ts';
import { normaliseDocument } from '../resource/canonical-form.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import { refOf } from '../resource/reference.ts';
import type { ComparedObject, ComparedRules } from './comparison.ts';

/** Puts objects and addresses of the left environment as the right one would have them. */
export interface Translator {
  readonly address: (address: string) => string;
  /** The object with its address, its references and its plain values translated. */
  readonly object: (object: ComparedObject) => ComparedObject;
}

/**
 * A translator from one environment to the other: what an address or a value of the left stands for in changesets, by its
 * mappings read backwards, and what that stands for on the right.
 */
export function createTranslator(left: ComparedRules, right: ComparedRules, catalogue: Catalogue): Translator {
  const backwards = invertedMappings(left.mappings);
  const backwardsValues = invertedValueMappings(left.valueMappings ?? []);
  const forwardsValues = right.valueMappings ?? [];
  const address = (text: string): string =>
    mapAddress(right.mappings, mapAddress(backwards, text, catalogue).address, catalogue).address;
  return {
    address,
    object: (object) => {
      const { type } = object;
      const values = mapValues(forwardsValues, type, mapValues(backwardsValues, type, object.document));
      const document = withReferences(values, address) as JsonObject;
      return { ...object, address: address(object.address), document: normalised(catalogue, type, document) };
    },
  };
}

/** The document with its unordered lists in one order, so that equal documents have equal texts. */
export function normalised(catalogue: Catalogue, type: string, document: JsonObject): JsonObject {
  const descriptor = catalogue.find(type);
  return descriptor === undefined ? document : normaliseDocument(descriptor, document);
}

function withReferences(value: Json, address: (text: string) => string): Json {
  const ref = refOf(value);
  if (ref !== undefined) return { $ref: address(ref) };
  if (isJsonArray(value)) return value.map((item) => withReferences(item, address));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withReferences(inner, address)]));
}
