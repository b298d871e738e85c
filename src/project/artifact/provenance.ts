import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isJsonObject, type Artifact, type ArtifactOrigin, type Json } from '../../core/index.ts';

/** Who built an artifact, from what. */
export interface BuildOrigin extends ArtifactOrigin {
  /** Name and version of the builder, for example `signalbox 0.1.0`. */
  readonly builder: string;
}

/** Files that Signalbox itself writes into a project: no sources of an artifact. */
const notSources = ['*.artifact.json', '*.provenance.json', '.signalbox/**', 'environments/*/live/**'];

/** The commit that is checked out in the folder, and whether its files differ from it; nothing when it is not in Git. */
export function gitOrigin(directory: string): ArtifactOrigin {
  try {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return {
      commit: git('rev-parse', 'HEAD'),
      dirty: git('status', '--porcelain', '--', '.', ...notSources.map((glob) => `:(exclude,glob)**/${glob}`)) !== '',
    };
  } catch {
    return {};
  }
}

/** The statement beside an artifact. It says itself that it is not signed and so proves nothing. */
export function toProvenance(artifact: Artifact, origin: BuildOrigin): Json {
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Provenance',
    artifact: { name: artifact.changeset.metadata.name, digest: artifact.digest },
    builder: origin.builder,
    source: { commit: origin.commit ?? null, dirty: origin.dirty ?? null },
    signature: null,
    note: 'Not signed: anyone could have written this. It helps people find the sources; it proves nothing.',
  };
}

/** What the statement beside an artifact file says of its sources; undefined without a statement about this artifact. */
export function readOrigin(artifactPath: string, artifact: Artifact): ArtifactOrigin | undefined {
  const path = artifactPath.replace(/\.artifact\.json$/u, '.provenance.json');
  if (path === artifactPath || !existsSync(path)) return undefined;
  const statement = parse(readFileSync(path, 'utf8'));
  const [about, source] = isJsonObject(statement) ? [statement['artifact'], statement['source']] : [];
  if (!isJsonObject(about) || about['digest'] !== artifact.digest || !isJsonObject(source)) return undefined;
  const { commit, dirty } = source;
  return {
    ...(typeof commit === 'string' ? { commit } : {}),
    ...(typeof dirty === 'boolean' ? { dirty } : {}),
  };
}

/** The JSON of a text, or null when it is none: a statement that can not be read says nothing. */
function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
