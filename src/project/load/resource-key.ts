import { nearestName, type Diagnostic, type JsonObject } from '../../core/index.ts';
import {
  formatAddress,
  isSingle,
  singleName,
  type Catalogue,
  type ResourceDescriptor,
} from '../../core/resource/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlFile, YamlPath } from '../files/yaml-file.ts';

/**
 * The key fields of a type as authors write them, in key order. A key field called `type` (a flow's) would clash with
 * the resource type, so it is written after the type's noun: `flowType`. What hangs under an object whose own key has
 * several parts has all of them, outermost first.
 */
export function authoredKeyFields(descriptor: ResourceDescriptor, catalogue: Catalogue): readonly string[] {
  return descriptor.key.fields.flatMap((field) => {
    const rule = descriptor.references.find(({ path }) => path === field);
    const target = typeof rule?.type === 'string' ? catalogue.find(rule.type) : undefined;
    const outer = target === undefined ? [] : authoredKeyFields(target, catalogue).slice(0, -1);
    return [...outer, authoredKeyField(descriptor, field)];
  });
}

function authoredKeyField(descriptor: ResourceDescriptor, field: string): string {
  if (field !== 'type') return field;
  return `${descriptor.noun.replaceAll(/\W+(?<letter>\w)/gu, (_, letter: string) => letter.toUpperCase())}Type`;
}

/** The key that the object at `path` names, or what is missing or too much. `others` are keys with another meaning. */
export function readKey(
  yaml: YamlFile,
  path: YamlPath,
  value: JsonObject,
  rules: { readonly descriptor: ResourceDescriptor; readonly catalogue: Catalogue; readonly others: readonly string[] },
): { readonly key: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const fields = authoredKeyFields(rules.descriptor, rules.catalogue);
  const known = [...rules.others, ...(isSingle(rules.descriptor) ? ['name'] : fields)];
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  const missing = fields.filter((field) => (yaml.textAt([...path, field]) ?? '') === '');
  const diagnostics = [
    ...unknown.map((name) => {
      const place = yaml.locateKey([...path, name]);
      return problem(
        'SB2008',
        place,
        `${place.file}:${place.line}: "${name}" is not known here.${suggestion(nearestName(name, known), known)}`,
      );
    }),
    ...missing.map((field) => {
      const place = yaml.locate(path);
      return problem(
        'SB2012',
        place,
        `${place.file}:${place.line}: ${field}: of the ${rules.descriptor.noun} is missing.`,
        {
          detail: `A ${rules.descriptor.type} is named by ${fields.map((name) => `${name}:`).join(' and ')}.`,
        },
      );
    }),
  ];
  if (isSingle(rules.descriptor))
    return { key: [singleName], diagnostics: [...diagnostics, ...checkSingleName(yaml, path, rules.descriptor)] };
  return { key: fields.map((field) => yaml.textAt([...path, field]) ?? ''), diagnostics };
}

/** What an organisation has one of needs no name; the word that stands for it may be written. */
function checkSingleName(yaml: YamlFile, path: YamlPath, descriptor: ResourceDescriptor): readonly Diagnostic[] {
  const name = yaml.textAt([...path, 'name']);
  if (name === undefined || name === singleName) return [];
  const place = yaml.locate([...path, 'name']);
  return [
    problem(
      'SB2012',
      place,
      `${place.file}:${place.line}: there is one ${descriptor.noun} in an organisation: leave name: out, or write ${singleName}.`,
    ),
  ];
}

/** Where two addresses are the same object: by type and key, compared as the type compares keys. */
export function comparableAddress(descriptor: ResourceDescriptor, key: readonly string[]): string {
  const parts = key.map((part) => part.normalize('NFC'));
  return formatAddress({
    type: descriptor.type,
    key: descriptor.key.compare === 'insensitive' ? parts.map((part) => part.toLowerCase()) : parts,
  });
}
