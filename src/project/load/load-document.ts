import { nearestName, type Diagnostic, type JsonObject } from '../../core/index.ts';
import { formatAddress, type Catalogue, type ResourceDescriptor } from '../../core/resource/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { SourceRoot } from '../files/source-files.ts';
import type { YamlFile } from '../files/yaml-file.ts';
import type { ProjectDocument } from '../project.ts';
import { checkShape } from '../schema/check-shape.ts';
import { resourceSchema } from '../schema/resource-schema.ts';
import { findSpans } from './actions/find-spans.ts';
import { findPlatformIds } from './platform-ids.ts';
import { readYaml, slugOf, type Loaded } from './read-yaml.ts';
import { readKey } from './resource-key.ts';

const ownKeys = ['apiVersion', 'kind', 'type', 'environments', 'labels', 'spec'];

/** One document file. `environment` is set for files in an environment's own folder. */
export function loadDocument(
  root: SourceRoot,
  file: string,
  catalogue: Catalogue,
  environment?: string,
): Loaded<ProjectDocument> {
  const { value: yaml, diagnostics } = readYaml(root, file, 'Resource');
  if (yaml === undefined) return { diagnostics };
  const found = [...diagnostics, ...findPlatformIds(yaml), ...checkSlug(yaml)];
  // The type decides which keys are known, and an unknown key explains most of what else is wrong.
  const { type: given } = yaml.value as JsonObject;
  const descriptor = typeof given === 'string' ? catalogue.find(given) : undefined;
  if (typeof given === 'string' && descriptor === undefined)
    return { diagnostics: [...found, unknownType(yaml, ['type'], given, catalogue)] };
  const named =
    descriptor === undefined
      ? undefined
      : readKey(yaml, [], yaml.value as JsonObject, { descriptor, catalogue, others: ownKeys });
  if (named !== undefined && named.diagnostics.length > 0) return { diagnostics: [...found, ...named.diagnostics] };
  const shape = checkShape(resourceSchema, yaml);
  if ('diagnostics' in shape) return { diagnostics: [...found, ...shape.diagnostics] };
  if (descriptor === undefined || named === undefined) return { diagnostics: found };
  const { type, spec, labels, environments } = shape.data;
  const { key } = named;
  const spans = findSpans(yaml, [{ path: ['spec'], pointer: '' }]);
  const value: ProjectDocument = {
    address: formatAddress({ type, key }),
    type,
    key,
    document: spec,
    labels: labels ?? {},
    ...(environments === undefined ? {} : { environments }),
    ...(environment === undefined ? {} : { environment }),
    source: yaml.locate([]),
    ...(spans === undefined ? {} : { spans }),
    locate: (path) => yaml.locate(['spec', ...path]),
  };
  return { value, diagnostics: [...found, ...checkFields(yaml, descriptor, Object.keys(spec))] };
}

/** The diagnostic for a type that the catalogue does not have. */
export function unknownType(
  yaml: YamlFile,
  path: readonly (string | number)[],
  type: string,
  catalogue: Catalogue,
): Diagnostic {
  const place = yaml.locate(path);
  return problem(
    'SB2013',
    place,
    `${place.file}:${place.line}: "${type}" is not a type.${suggestion(nearestName(type, catalogue.types), [])}`,
  );
}

function checkFields(yaml: YamlFile, descriptor: ResourceDescriptor, names: readonly string[]): readonly Diagnostic[] {
  const fields = descriptor.fields.filter((field) => !descriptor.key.fields.includes(field));
  return names
    .filter((name) => !fields.includes(name))
    .map((name) => {
      const place = yaml.locateKey(['spec', name]);
      const where = `${place.file}:${place.line}:`;
      if (descriptor.key.fields.includes(name))
        return problem(
          'SB2014',
          place,
          `${where} ${name} names the ${descriptor.noun}: it stands beside type:, not under spec:.`,
        );
      return problem(
        'SB2014',
        place,
        `${where} "${name}" is not a field of ${descriptor.type}.${suggestion(nearestName(name, fields), fields)}`,
      );
    });
}

function checkSlug(yaml: YamlFile): readonly Diagnostic[] {
  const slug = slugOf(yaml.file);
  if (/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u.test(slug) && slug === slug.toLowerCase()) return [];
  return [
    problem(
      'SB2019',
      yaml.locate([]),
      `${yaml.file}: the file's name may hold lower-case letters, digits and hyphens only.`,
    ),
  ];
}
