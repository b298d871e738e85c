import { nearestName, starsIn, type Diagnostic, type Json } from '../../core/index.ts';
import { parseAddress, type Catalogue } from '../../core/resource/index.ts';
import type * as z from 'zod';
import type { ProjectErrorCode } from '../errors.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlFile, YamlPath } from '../files/yaml-file.ts';
import type { environmentSchema } from '../schema/environment-schema.ts';
import { slugOf } from './read-yaml.ts';

type EnvironmentFile = z.output<typeof environmentSchema>;

/** What is wrong with the rules of an environment file beyond their shape. */
export function checkEnvironmentRules(
  yaml: YamlFile,
  data: EnvironmentFile,
  catalogue: Catalogue,
): readonly Diagnostic[] {
  const at = (code: ProjectErrorCode, path: YamlPath, what: string): Diagnostic => {
    const place = yaml.locate(path);
    return problem(code, place, `${place.file}:${place.line}: ${what}`);
  };
  const { name } = data.metadata;
  return [
    ...(slugOf(yaml.file) === name
      ? []
      : [at('SB2019', ['metadata', 'name'], `the environment ${name} stands in a file of another name.`)]),
    ...checkAddresses(data, catalogue, at),
    ...checkMappings(data, at),
    ...checkValueMappings(data, at),
  ];
}

type Report = (code: ProjectErrorCode, path: YamlPath, what: string) => Diagnostic;

function checkAddresses(data: EnvironmentFile, catalogue: Catalogue, at: Report): readonly Diagnostic[] {
  const written: readonly { readonly text: string; readonly path: YamlPath }[] = [
    ...data.mappings.flatMap(({ from, to }, index) => [
      { text: from, path: ['mappings', index, 'from'] },
      { text: to, path: ['mappings', index, 'to'] },
    ]),
    ...data.exceptions.map(({ resource }, index) => ({ text: resource, path: ['exceptions', index, 'resource'] })),
    ...Object.keys(data.pins).map((text) => ({ text, path: ['pins', text] })),
  ];
  return written.flatMap(({ text, path }) => {
    const address = parseAddress(text);
    if (address === undefined)
      return [at('SB2009', path, `"${text}" is not an address such as routing_queue/Billing.`)];
    if (catalogue.find(address.type) !== undefined) return [];
    const nearest = suggestion(nearestName(address.type, catalogue.types), []);
    return [at('SB2013', path, `"${address.type}" is not a type.${nearest}`)];
  });
}

function checkMappings({ mappings }: EnvironmentFile, at: Report): readonly Diagnostic[] {
  return mappings.flatMap(({ from, to }, index) => {
    const path: YamlPath = ['mappings', index, 'to'];
    const types = [from, to].map((text) => text.split('/', 1)[0]);
    if (types[0] !== types[1]) return [at('SB2061', path, `${from} is mapped to another type: ${to}.`)];
    if (mappings.findIndex((other) => other.from === from) < index)
      return [at('SB2061', ['mappings', index, 'from'], `${from} is mapped twice.`)];
    return haveSameStars(from, to) ? [] : [at('SB2061', path, starsDiffer(from, to))];
  });
}

function checkValueMappings({ valueMappings }: EnvironmentFile, at: Report): readonly Diagnostic[] {
  return valueMappings.flatMap(({ from, to }, index) =>
    haveSameStars(from, to)
      ? []
      : [at('SB2061', ['valueMappings', index, 'to'], starsDiffer(String(from), String(to)))],
  );
}

/** None in `to` means one value for all. */
function haveSameStars(from: Json, to: Json): boolean {
  if (typeof from !== 'string' || typeof to !== 'string') return true;
  return starsIn(to) === 0 || starsIn(to) === starsIn(from);
}

function starsDiffer(from: string, to: string): string {
  return `"${from}" has ${starsIn(from)} stars and "${to}" has ${starsIn(to)}.`;
}
