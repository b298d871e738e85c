import {
  digestJson,
  type EnvironmentRules,
  type Json,
  type LabelSelector,
  type OwnershipRule,
} from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import type * as z from 'zod';
import type { PolicySettings } from '../../core/policy/index.ts';
import type { SourceRoot } from '../files/source-files.ts';
import { checkPolicyCodes } from '../policy/check-codes.ts';
import { environmentPolicies, type PolicyBlock } from '../policy/environment-policies.ts';
import { codesOf, type LoadedPolicy } from '../policy/load-policy.ts';
import type { LoadedEnvironment, ProjectSettings } from '../project.ts';
import { checkShape } from '../schema/check-shape.ts';
import { environmentSchema } from '../schema/environment-schema.ts';
import { checkEnvironmentRules } from './check-environment.ts';
import { loadOwnership } from './load-ownership.ts';
import { toTest } from './load-tests.ts';
import { checkGates, toGateRules } from './load-gates.ts';
import { checkTypeNames } from './load-settings.ts';
import { readYaml, type Loaded } from './read-yaml.ts';

/** One environment file, with the project's own rules added. `labels` are those that documents give, `policies` all there are. */
export function loadEnvironment(
  root: SourceRoot,
  file: string,
  context: {
    readonly settings: ProjectSettings | undefined;
    readonly catalogue: Catalogue;
    readonly labels: (environment: string) => readonly LabelSelector[];
    readonly policies: readonly LoadedPolicy[];
  },
): Loaded<LoadedEnvironment> {
  const { value: yaml, diagnostics } = readYaml(root, file, 'Environment');
  if (yaml === undefined) return { diagnostics };
  const shape = checkShape(environmentSchema, yaml);
  if ('diagnostics' in shape) return { diagnostics: [...diagnostics, ...shape.diagnostics] };
  const data = shape.data;
  const { name } = data.metadata;
  const ownership = loadOwnership(root, yaml, { entries: data.ownership, catalogue: context.catalogue });
  const rules = toRules(data, context.settings, {
    labels: context.labels(name),
    ownership: ownership.value,
    policies: policiesFor(name, data.policies, context),
  });
  const value = {
    name,
    rules,
    digest: digestOfRules(rules),
    connection: toConnection(data),
    source: yaml.locate([]),
    locate: yaml.locate,
  };
  return {
    value,
    diagnostics: [
      ...diagnostics,
      ...checkGates(yaml, data),
      ...ownership.diagnostics,
      ...checkTypeNames(yaml, 'types', { names: Object.keys(data.types), catalogue: context.catalogue }),
      ...checkEnvironmentRules(yaml, data, context.catalogue),
      ...checkPolicyCodes(yaml, data.policies, codesOf(context.policies)),
    ],
  };
}

/**
 * Digest of the rules. What another tool's record lists is left out: what it lists more is refused by the plan itself, and
 * what it lists no longer was never approved, so its everyday changes need not void what was.
 */
function digestOfRules(rules: EnvironmentRules): string {
  const ownership = rules.ownership.map(({ objects, ...rule }) =>
    objects === undefined ? rule : { ...rule, objects: objects.source },
  );
  return digestJson({ ...rules, ownership } as unknown as Json);
}

function toRules(
  data: z.output<typeof environmentSchema>,
  settings: ProjectSettings | undefined,
  added: {
    readonly labels: readonly LabelSelector[];
    readonly ownership: readonly OwnershipRule[];
    readonly policies: PolicySettings | undefined;
  },
): EnvironmentRules {
  const gates = toGateRules(data);
  const order = settings?.environments ?? [];
  return {
    name: data.metadata.name,
    organisationId: data.organisation.id.toLowerCase(),
    region: data.organisation.region,
    protected: data.protected,
    values: data.values,
    mappings: data.mappings,
    valueMappings: data.valueMappings,
    exceptions: data.exceptions,
    pins: Object.entries(data.pins).map(([address, { $id, reason }]) => ({ address, id: $id, reason })),
    labels: [...data.labels, ...added.labels],
    ownership: [...added.ownership, ...(settings?.ownership ?? [])],
    modes: { ...settings?.modes, ...data.types },
    objectModes: [...data.objects, ...(settings?.objectModes ?? [])],
    portability: settings?.portability ?? {},
    earlierStages: order.slice(0, Math.max(0, order.indexOf(data.metadata.name))),
    limits: data.limits,
    onFailure: data.onFailure,
    ...(data.rollback === undefined ? {} : { rollback: data.rollback }),
    ...(gates === undefined ? {} : { gates }),
    // Without lines, so that moving them is no other decision.
    ...(data.tests.length === 0
      ? {}
      : { tests: data.tests.map((test) => toTest(test, { file: `environments/${data.metadata.name}.yaml` })) }),
    ...(data.approvals === undefined ? {} : { approvals: data.approvals }),
    ...(added.policies === undefined ? {} : { policies: added.policies }),
  };
}

function policiesFor(
  name: string,
  own: PolicyBlock | undefined,
  {
    settings,
    policies,
  }: { readonly settings: ProjectSettings | undefined; readonly policies: readonly LoadedPolicy[] },
): PolicySettings | undefined {
  const requiredMetadata = settings?.requiredMetadata ?? ['owner', 'reason', 'workItem'];
  return environmentPolicies(name, { project: settings?.policies, own, requiredMetadata }, policies);
}

function toConnection({
  organisation,
  connection,
}: z.output<typeof environmentSchema>): LoadedEnvironment['connection'] {
  return { region: organisation.region, ...connection };
}
