import { dirname, posix } from 'node:path';
import type { Diagnostic, SourceLocation } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import type { ExpectedFinding } from '../../core/policy/index.ts';
import { problem } from '../files/problem.ts';
import { readBytes, type SourceRoot } from '../files/source-files.ts';
import { findYamlFiles } from '../load/find-files.ts';
import { readYaml, type Loaded } from '../load/read-yaml.ts';
import { parsePlanFile } from '../plan-file/parse-plan-file.ts';
import type { LoadedProject } from '../project.ts';
import { checkShape } from '../schema/check-shape.ts';
import { policyTestSchema } from '../schema/policy-schema.ts';

/** One case of a policy test: a saved plan and everything that the policies have to find in it. */
export interface PolicyTestCase {
  /** Name of the test's file, without folder and ending. */
  readonly test: string;
  readonly name: string;
  readonly plan: Plan;
  /** Names of the policies whose findings count; absent: all. */
  readonly policies?: readonly string[] | undefined;
  readonly expect: readonly ExpectedFinding[];
  readonly source: SourceLocation;
}

/** The cases of `policies/tests/*.yaml` in order of files, with their plans, and what is wrong with them. */
export function loadPolicyTests(project: Pick<LoadedProject, 'directory' | 'files'>): {
  readonly cases: readonly PolicyTestCase[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const root = project.files ?? project.directory;
  const loaded = findYamlFiles(root, 'policies/tests', 'here').map((file) => loadTest(root, file));
  return {
    cases: loaded.flatMap(({ value }) => value ?? []),
    diagnostics: loaded.flatMap(({ diagnostics }) => diagnostics),
  };
}

function loadTest(root: SourceRoot, file: string): Loaded<readonly PolicyTestCase[]> {
  const { value: yaml, diagnostics } = readYaml(root, file, 'PolicyTest');
  if (yaml === undefined) return { diagnostics };
  const shape = checkShape(policyTestSchema, yaml);
  if ('diagnostics' in shape) return { diagnostics: [...diagnostics, ...shape.diagnostics] };
  const { metadata, spec } = shape.data;
  const cases = spec.cases.map(({ plan: given, ...facts }, index) => {
    const place = yaml.locate(['spec', 'cases', index, 'plan']);
    const plan = readPlan(root, posix.join(dirname(file), given));
    return 'reason' in plan
      ? { diagnostics: [problem('SB2083', place, `${file}:${place.line}: ${given} ${plan.reason}.`)] }
      : { value: { ...facts, test: metadata.name, plan: plan.plan, source: place }, diagnostics: [] };
  });
  return {
    value: cases.flatMap((loaded) => ('value' in loaded && loaded.value !== undefined ? [loaded.value] : [])),
    diagnostics: [...diagnostics, ...cases.flatMap((loaded) => loaded.diagnostics)],
  };
}

function readPlan(root: SourceRoot, file: string): { readonly plan: Plan } | { readonly reason: string } {
  if (file.startsWith('../')) return { reason: 'lies outside the project' };
  try {
    const parsed = parsePlanFile(JSON.parse(readBytes(root, file).toString('utf8')));
    return 'plan' in parsed ? parsed : { reason: `is no plan of a simulation (${parsed.problems.join('; ')})` };
  } catch (error) {
    return { reason: error instanceof SyntaxError ? 'is no JSON' : 'can not be read' };
  }
}
