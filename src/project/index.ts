/**
 * The files of a project: reading YAML with the place of every value, checking it, building artifacts from it, writing
 * documents back, and resolving credential references. Never talks to an organisation or a store.
 */
export type { ProjectErrorCode } from './errors.ts';
export type { EnvironmentConnection, LoadedChangeset, LoadedEnvironment, LoadedProject } from './project.ts';
export type { ProjectDocument } from './project.ts';
export { loadProject } from './load/load-project.ts';
export { loadFolder } from './load/load-folder.ts';
export { declaredDifferences } from './declared/declared-differences.ts';
export { documentsIn } from './artifact/documents-in.ts';
export { embedContent } from './artifact/content-files.ts';
export { buildArtifact } from './artifact/build-artifact.ts';
export { gatherInputs } from './artifact/gather-inputs.ts';
export { artifactStem, readArtifact, writeArtifact } from './artifact/artifact-file.ts';
export { digestOfArtifact } from './artifact/artifact-digest.ts';
export { gitOrigin, readOrigin, type BuildOrigin } from './artifact/provenance.ts';
export { buildFromGit, type GitBuild } from './from-git/build-from-git.ts';
export type { PullRequest } from './from-git/metadata/choose-metadata.ts';
export type { GitChange } from './from-git/git-change.ts';
export { resolveCredential, type Credential, type CredentialContext } from './credentials/resolve-credential.ts';
export { resolveSecret } from './credentials/resolve-secret.ts';
export { withProviderVariables } from './credentials/provider-variables.ts';
export { jsonSchemas } from './schema/json-schemas.ts';
export { parsePlanFile, type ParsedPlanFile } from './plan-file/parse-plan-file.ts';
export { writeFileAtomically } from './files/atomic-write.ts';
export { checkEnvironmentFiles } from './validate/check-environment-files.ts';
export { validateProject } from './validate/validate-project.ts';
export type { PortableDocument } from './export/portable-document.ts';
export { writeDocuments, type ExportResult } from './export/write-documents.ts';
