import { digestJson, type Diagnostic, type EnvironmentRules, type Json, type LabelSelector } from '../../core/index.ts';
import { parseAddress, type Catalogue } from '../../core/resource/index.ts';
import type * as z from 'zod';
import { problem } from '../files/problem.ts';
import type { SourceRoot } from '../files/source-files.ts';
import type { YamlFile } from '../files/yaml-file.ts';
import type { LoadedEnvironment, ProjectSettings } from '../project.ts';
import { checkShape } from '../schema/check-shape.ts';
import { environmentSchema } from '../schema/environment-schema.ts';
import { checkGates, toGateRules } from './load-gates.ts';
import { checkTypeNames } from './load-settings.ts';
import { readYaml, slugOf, type Loaded } from './read-yaml.ts';

/** One environment file, with the project's own rules added. `labels` are those that documents give. */
export function loadEnvironment(
  root: SourceRoot,
  file: string,
  context: {
    readonly settings: ProjectSettings | undefined;
    readonly catalogue: Catalogue;
    readonly labels: (environment: string) => readonly LabelSelector[];
  },
): Loaded<LoadedEnvironment> {
  const { value: yaml, diagnostics } = readYaml(root, file, 'Environment');
  if (yaml === undefined) return { diagnostics };
  const shape = checkShape(environmentSchema, yaml);
  if ('diagnostics' in shape) return { diagnostics: [...diagnostics, ...shape.diagnostics] };
  const data = shape.data;
  const { name } = data.metadata;
  const rules = toRules(data, context.settings, context.labels(name));
  const value = {
    name,
    rules,
    digest: digestJson(rules as unknown as Json),
    connection: toConnection(data),
    source: yaml.locate([]),
  };
  return {
    value,
    diagnostics: [
      ...diagnostics,
      ...checkTypeNames(yaml, Object.keys(data.types), context.catalogue),
      ...checkEnvironment(yaml, data),
      ...checkGates(yaml, data),
    ],
  };
}

function toRules(
  data: z.output<typeof environmentSchema>,
  settings: ProjectSettings | undefined,
  labels: readonly LabelSelector[],
): EnvironmentRules {
  const gates = toGateRules(data);
  return {
    name: data.metadata.name,
    organisationId: data.organisation.id.toLowerCase(),
    region: data.organisation.region,
    protected: data.protected,
    values: data.values,
    mappings: data.mappings,
    pins: Object.entries(data.pins).map(([address, { $id, reason }]) => ({ address, id: $id, reason })),
    labels: [...data.labels, ...labels],
    ownership: [...data.ownership, ...(settings?.ownership ?? [])],
    modes: { ...settings?.modes, ...data.types },
    limits: data.limits,
    onFailure: data.onFailure,
    ...(data.rollback === undefined ? {} : { rollback: data.rollback }),
    ...(gates === undefined ? {} : { gates }),
  };
}

function toConnection({
  organisation,
  connection,
}: z.output<typeof environmentSchema>): LoadedEnvironment['connection'] {
  return { region: organisation.region, ...connection };
}

function checkEnvironment(yaml: YamlFile, data: z.output<typeof environmentSchema>): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (slugOf(yaml.file) !== data.metadata.name) {
    const place = yaml.locate(['metadata', 'name']);
    found.push(
      problem(
        'SB2019',
        place,
        `${place.file}:${place.line}: the environment ${data.metadata.name} stands in a file of another name.`,
      ),
    );
  }
  const addresses = [
    ...data.mappings.flatMap(({ from, to }, index) => [
      { text: from, path: ['mappings', index, 'from'] },
      { text: to, path: ['mappings', index, 'to'] },
    ]),
    ...Object.keys(data.pins).map((text) => ({ text, path: ['pins', text] })),
  ];
  for (const { text, path } of addresses) {
    if (parseAddress(text) !== undefined) continue;
    const place = yaml.locate(path);
    found.push(
      problem(
        'SB2009',
        place,
        `${place.file}:${place.line}: "${text}" is not an address such as routing_queue/Billing.`,
      ),
    );
  }
  return found;
}
