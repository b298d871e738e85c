import { type Diagnostic, nearestName } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { SourceRoot } from '../files/source-files.ts';
import type { YamlFile } from '../files/yaml-file.ts';
import { checkPolicyCodes } from '../policy/check-codes.ts';
import { codesOf, type LoadedPolicy } from '../policy/load-policy.ts';
import type { ProjectSettings } from '../project.ts';
import { checkShape } from '../schema/check-shape.ts';
import { projectSchema } from '../schema/project-schema.ts';
import { readYaml, type Loaded } from './read-yaml.ts';

/** What `signalbox.yaml` says. `policies` are all there are: their rules can be set. */
export function loadSettings(
  root: SourceRoot,
  catalogue: Catalogue,
  policies: readonly LoadedPolicy[],
): Loaded<ProjectSettings> {
  const { value: yaml, diagnostics } = readYaml(root, 'signalbox.yaml', 'Project');
  if (yaml === undefined) return { diagnostics };
  const shape = checkShape(projectSchema, yaml);
  if ('diagnostics' in shape) return { diagnostics: [...diagnostics, ...shape.diagnostics] };
  const { metadata, environments, types, ownership, objects, portability, changes, policies: block } = shape.data;
  return {
    value: {
      name: metadata.name,
      environments,
      modes: types,
      ownership,
      portability,
      objectModes: objects,
      requiredMetadata: changes.require,
      ...(block === undefined ? {} : { policies: block }),
    },
    diagnostics: [
      ...diagnostics,
      ...checkTypeNames(yaml, 'types', { names: Object.keys(types), catalogue }),
      ...checkTypeNames(yaml, 'portability', { names: Object.keys(portability), catalogue }),
      ...checkPolicyCodes(yaml, block, codesOf(policies)),
    ],
  };
}

/** Diagnostics for names under a key of the file that are no types. */
export function checkTypeNames(
  yaml: YamlFile,
  key: string,
  { names, catalogue }: { readonly names: readonly string[]; readonly catalogue: Catalogue },
): readonly Diagnostic[] {
  return names
    .filter((name) => catalogue.find(name) === undefined)
    .map((name) => {
      const place = yaml.locateKey([key, name]);
      return problem(
        'SB2013',
        place,
        `${place.file}:${place.line}: "${name}" is not a type.${suggestion(nearestName(name, catalogue.types), [])}`,
      );
    });
}
