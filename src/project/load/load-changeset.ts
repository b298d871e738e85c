import type { ChangeTest, Diagnostic, JsonObject } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { problem } from '../files/problem.ts';
import type { SourceRoot } from '../files/source-files.ts';
import type { YamlFile } from '../files/yaml-file.ts';
import type { LoadedChangeset, MetadataField } from '../project.ts';
import { changesetSchema } from '../schema/changeset-schema.ts';
import type { GivenTest } from '../schema/test-schema.ts';
import { checkShape } from '../schema/check-shape.ts';
import { findPlatformIds } from './platform-ids.ts';
import { findSpans } from './actions/find-spans.ts';
import { readActions } from './actions/read-action.ts';
import { checkSetFields } from './actions/check-set-fields.ts';
import { toTest } from './load-tests.ts';
import { readYaml, slugOf, type Loaded } from './read-yaml.ts';

/** What a project asks of its changesets that the loader has to know. */
export interface ChangesetRules {
  readonly catalogue: Catalogue;
  readonly requiredMetadata: readonly MetadataField[];
}

/** One changeset file. It has a value even when some of its actions can not be read; those are reported and left out. */
export function loadChangeset(root: SourceRoot, file: string, rules: ChangesetRules): Loaded<LoadedChangeset> {
  const { catalogue, requiredMetadata } = rules;
  const { value: yaml, diagnostics } = readYaml(root, file, 'Changeset');
  if (yaml === undefined) return { diagnostics };
  const found = [...diagnostics, ...findPlatformIds(yaml)];
  const shape = checkShape(changesetSchema(requiredMetadata), yaml);
  if ('diagnostics' in shape)
    return { diagnostics: [...found, ...shape.diagnostics, ...actionsIn(yaml, catalogue).diagnostics] };
  const { metadata, spec } = shape.data;
  const actions = actionsIn(yaml, catalogue);
  const value: LoadedChangeset = {
    metadata,
    ...(spec.environments === undefined ? {} : { environments: spec.environments }),
    inputs: spec.inputs,
    actions: actions.value,
    tests: spec.tests.map((test, index) => testAt(yaml, test, index)),
    source: yaml.locate([]),
    yaml,
  };
  return {
    value,
    diagnostics: [
      ...found,
      ...actions.diagnostics,
      ...checkSetFields(value, catalogue),
      ...checkName(yaml, metadata.name),
      ...checkLane(yaml, metadata),
    ],
  };
}

function actionsIn(yaml: YamlFile, catalogue: Catalogue): ReturnType<typeof readActions> {
  const spec = (yaml.value as JsonObject)['spec'] as JsonObject | null | undefined;
  return readActions(yaml, ['spec', 'actions'], spec?.['actions'], catalogue);
}

function testAt(yaml: YamlFile, given: GivenTest, index: number): ChangeTest {
  const path = ['spec', 'tests', index];
  const test = toTest(given, yaml.locate(path));
  const spans =
    'assert' in test ? findSpans(yaml, [{ path: [...path, 'assert'], pointer: '/assert', whole: true }]) : undefined;
  return spans === undefined ? test : { ...test, spans };
}

function checkName(yaml: YamlFile, name: string): readonly Diagnostic[] {
  if (slugOf(yaml.file) === name) return [];
  const place = yaml.locate(['metadata', 'name']);
  return [
    problem('SB2019', place, `${place.file}:${place.line}: the changeset ${name} stands in a file of another name.`),
  ];
}

function checkLane(yaml: YamlFile, { lane, incident }: LoadedChangeset['metadata']): readonly Diagnostic[] {
  if (lane !== 'emergency' || incident !== undefined) return [];
  const place = yaml.locate(['metadata', 'lane']);
  return [problem('SB2091', place, `${place.file}:${place.line}: the lane emergency needs an incident number.`)];
}
