import type { Diagnostic } from '../../core/index.ts';
import type { Catalogue, FieldShapes } from '../../core/resource/index.ts';
import { checkCredentialReference } from '../credentials/resolve-credential.ts';
import { checkPolicies } from '../policy/check-policies.ts';
import { loadPolicyTests } from '../policy/load-policy-tests.ts';
import type { LoadedProject } from '../project.ts';
import { checkChangesetExpressions, checkDocumentExpressions, checkEnvironmentTests } from './check-expressions.ts';
import { checkManagedTypes } from './check-managed.ts';
import { checkDuplicates, checkEnvironments, checkNeededFiles } from './check-project.ts';
import { checkReferences } from './check-references.ts';
import { checkDocumentValues, checkSetValues } from './check-values.ts';
import { environmentKinds } from './known-kinds.ts';
import {
  checkChangesetSecrets,
  checkCredentialsAreReferences,
  checkDocumentSecrets,
  checkEnvironmentReferences,
} from './check-secrets.ts';

/**
 * Everything that can be said about a project without talking to anybody: what loading found, and what only shows when
 * the files are looked at together; with `shapes`, also of values inside fields. Sorted by file and line.
 */
export function validateProject(
  project: LoadedProject,
  catalogue: Catalogue,
  shapes?: FieldShapes,
): readonly Diagnostic[] {
  const kindOf = environmentKinds(project);
  const found = [
    ...project.diagnostics,
    ...checkDuplicates(project, catalogue),
    ...checkEnvironments(project),
    ...checkReferences(project, catalogue),
    ...checkNeededFiles(project, catalogue),
    ...checkManagedTypes(project, catalogue),
    ...checkPolicies(project),
    ...loadPolicyTests(project).diagnostics,
    ...project.documents.flatMap((document) => [
      ...checkDocumentExpressions(document),
      ...checkDocumentSecrets(document, catalogue),
      ...(shapes === undefined ? [] : checkDocumentValues(document, shapes)),
    ]),
    ...project.changesets.flatMap((changeset) => [
      ...checkChangesetExpressions(changeset, { kindOf, shapes }),
      ...(shapes === undefined ? [] : checkSetValues(changeset, shapes)),
      ...checkChangesetSecrets(changeset, catalogue),
    ]),
    ...project.environments.flatMap((environment) => [
      ...checkEnvironmentTests(environment),
      ...checkCredentialsAreReferences(environment),
      ...checkEnvironmentReferences(environment),
      ...Object.values(environment.connection.credentials).flatMap((reference) =>
        checkCredentialReference(reference ?? '', {
          name: environment.name,
          protected: environment.rules.protected,
          file: environment.source.file,
        }),
      ),
    ]),
  ];
  return found.toSorted((left, right) => compare(placeOf(left), placeOf(right)));
}

function placeOf({ source, code }: Diagnostic): string {
  return `${source?.file ?? ''}\n${String(source?.line ?? 0).padStart(8, '0')}\n${code}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
