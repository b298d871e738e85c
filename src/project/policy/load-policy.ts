import type { SourceLocation } from '../../core/index.ts';
import type { PolicyRule, ProjectPolicy } from '../../core/policy/index.ts';
import type { SourceRoot } from '../files/source-files.ts';
import type { YamlPath } from '../files/yaml-file.ts';
import { problem } from '../files/problem.ts';
import { readYaml, slugOf, type Loaded } from '../load/read-yaml.ts';
import { checkShape } from '../schema/check-shape.ts';
import { policySchema } from '../schema/policy-schema.ts';

/** One file of `policies/`. */
export interface LoadedPolicy {
  readonly policy: ProjectPolicy;
  readonly description?: string | undefined;
  /** Environments whose plans it judges; absent: all. */
  readonly environments?: readonly string[] | undefined;
  readonly source: SourceLocation;
  /** Where a value of the file stands. */
  readonly locate: (path: YamlPath) => SourceLocation;
}

/** `policies/<name>.yaml`. Expressions are checked by `validateProject`. */
export function loadPolicy(root: SourceRoot, file: string): Loaded<LoadedPolicy> {
  const { value: yaml, diagnostics } = readYaml(root, file, 'Policy');
  if (yaml === undefined) return { diagnostics };
  const shape = checkShape(policySchema, yaml);
  if ('diagnostics' in shape) return { diagnostics: [...diagnostics, ...shape.diagnostics] };
  const { metadata, spec } = shape.data;
  const rules = spec.rules.map(({ name, description, ...rule }): PolicyRule => ({
    ...rule,
    code: `POLICY/${metadata.name}/${name}`,
    summary: description ?? `${metadata.name}: ${name}`,
  }));
  const place = yaml.locate(['metadata', 'name']);
  const misnamed =
    slugOf(file) === metadata.name
      ? []
      : [
          problem(
            'SB2019',
            place,
            `${file}:${place.line}: the policy ${metadata.name} stands in a file of another name.`,
          ),
        ];
  const twins = spec.rules.flatMap(({ name }, index) =>
    spec.rules.findIndex((other) => other.name === name) === index
      ? []
      : [problem('SB2015', yaml.locate(['spec', 'rules', index, 'name']), `${file}: there are two rules ${name}.`)],
  );
  return {
    value: {
      policy: { name: metadata.name, rules },
      description: metadata.description,
      environments: spec.environments,
      source: yaml.locate([]),
      locate: yaml.locate,
    },
    diagnostics: [...diagnostics, ...misnamed, ...twins],
  };
}

/** The codes of all rules. */
export function codesOf(policies: readonly LoadedPolicy[]): readonly string[] {
  return policies.flatMap(({ policy }) => policy.rules.map(({ code }) => code));
}
