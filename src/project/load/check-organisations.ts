import type { Diagnostic } from '../../core/index.ts';
import { problem } from '../files/problem.ts';
import type { YamlPath } from '../files/yaml-file.ts';
import type { LoadedEnvironment } from '../project.ts';

/**
 * Environments that are one organisation, or are reached with one credential: whatever is done in one of them would be
 * done in the other. Both files are told of it: either may be the wrong one.
 */
export function checkOrganisations(environments: readonly LoadedEnvironment[]): readonly Diagnostic[] {
  return environments.flatMap((environment) => {
    const others = environments.filter((other) => other !== environment);
    return [...sharedOrganisation(environment, others), ...sharedCredentials(environment, others)];
  });
}

/** What `init` writes; it is no organisation's. */
const placeholder = '00000000-0000-0000-0000-000000000000';

const referenceKinds = /^(?:file|exec|env|vault|aws-sm):/u;

function sharedOrganisation(
  { name, rules, locate }: LoadedEnvironment,
  others: readonly LoadedEnvironment[],
): readonly Diagnostic[] {
  const same = others.find((other) => other.rules.organisationId === rules.organisationId);
  if (same === undefined || rules.organisationId === placeholder) return [];
  const place = locate(['organisation', 'id']);
  return [
    problem(
      'SB2064',
      place,
      `${place.file}:${place.line ?? 1}: ${name} and ${same.name} are both organisation ${rules.organisationId}.`,
    ),
  ];
}

function sharedCredentials(
  { name, connection, locate }: LoadedEnvironment,
  others: readonly LoadedEnvironment[],
): readonly Diagnostic[] {
  return (['read', 'write'] as const).flatMap((use) => {
    const reference = connection.credentials[use];
    // What is no reference is a secret that stands in plain text, which is told elsewhere and never repeated.
    if (reference === undefined || !referenceKinds.test(reference)) return [];
    const same = others.find(({ connection: other }) =>
      [other.credentials.read, other.credentials.write].includes(reference),
    );
    if (same === undefined) return [];
    const path: YamlPath = ['connection', 'credentials', use];
    const place = locate(path);
    return [
      problem(
        'SB2063',
        place,
        `${place.file}:${place.line ?? 1}: ${name} would ${use} with ${reference}, which ${same.name} names, too (${same.source.file}).`,
      ),
    ];
  });
}
