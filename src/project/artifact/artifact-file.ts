import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, digestJson, type Artifact, type Changeset, type Json } from '../../core/index.ts';
import { projectError } from '../errors.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { digestOfArtifact, sourcesOf, withoutSources, withSources } from './artifact-digest.ts';
import { checkArtifactShape } from './artifact-shape.ts';
import { toProvenance, type BuildOrigin } from './provenance.ts';

/** `<name>-<digest12>`, what the files of an artifact begin with. */
export function artifactStem(artifact: Artifact): string {
  return `${artifact.changeset.metadata.name}-${artifact.digest.replace(/^sha256:/u, '').slice(0, 12)}`;
}

/**
 * Writes `<stem>.artifact.json` and, when the origin is given, `<stem>.provenance.json` beside it; returns their paths.
 * The file is canonical JSON: the artifact without source places, and the places apart with a digest of their own, so
 * that moving lines in a source file changes the file but not the artifact's digest. Errors: SB2027.
 */
export function writeArtifact(
  directory: string,
  artifact: Artifact,
  origin?: BuildOrigin,
): { readonly path: string; readonly provenancePath?: string } {
  const stem = artifactStem(artifact);
  const path = join(directory, `${stem}.artifact.json`);
  writeFileAtomically(path, artifactText(artifact));
  if (origin === undefined) return { path };
  const provenancePath = join(directory, `${stem}.provenance.json`);
  writeFileAtomically(provenancePath, `${JSON.stringify(toProvenance(artifact, origin), null, 2)}\n`);
  return { path, provenancePath };
}

/** The bytes of an artifact file. */
export function artifactText(artifact: Artifact): string {
  const sources = JSON.parse(JSON.stringify(sourcesOf(artifact.changeset))) as Json;
  return canonicalJson({
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    digest: artifact.digest,
    changeset: withoutSources(artifact.changeset),
    contents: artifact.contents,
    sources,
    sourcesDigest: digestJson(sources),
  });
}

/** The artifact in a file. Errors: SB2001 unreadable, SB2026 not an artifact, SB2025 a byte is not what it was. */
export function readArtifact(path: string): Artifact {
  const text = readText(path);
  const { file, changeset, contents, sources } = checkArtifactShape(path, parse(path, text));
  const artifact: Artifact = {
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    digest: String(file['digest']),
    changeset: withSources(changeset as unknown as Changeset, sources),
    contents,
  };
  const found = digestOfArtifact(artifact);
  if (found !== artifact.digest) throw changed(path, artifact.digest, found);
  const foundSources = digestJson(sources as unknown as Json);
  if (foundSources !== file['sourcesDigest']) throw changed(path, String(file['sourcesDigest']), foundSources);
  if (canonicalJson(file) !== text) throw changed(path, 'the canonical form', 'other bytes that mean the same');
  return artifact;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw projectError('SB2001', `${path} can not be read.`, { path }, error);
  }
}

function parse(path: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw projectError(
      'SB2026',
      `${path} is not JSON: ${error instanceof Error ? error.message : ''}`,
      { path },
      error,
    );
  }
}

function changed(path: string, expected: string, found: string): Error {
  return projectError('SB2025', `${path} was changed after it was built: expected ${expected}, found ${found}.`, {
    path,
    expected,
    found,
  });
}
