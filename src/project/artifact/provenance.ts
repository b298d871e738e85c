import { execFileSync } from 'node:child_process';
import type { Artifact, Json } from '../../core/index.ts';

/** Who built an artifact, from what. */
export interface BuildOrigin {
  /** Name and version of the builder, for example `signalbox 0.1.0`. */
  readonly builder: string;
  /** Git commit of the sources, when they are in Git; `dirty` when files differed from it. */
  readonly commit?: string | undefined;
  readonly dirty?: boolean | undefined;
}

/** The commit that is checked out in the folder; nothing when it is not in Git. */
export function gitOrigin(directory: string): Pick<BuildOrigin, 'commit' | 'dirty'> {
  try {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return { commit: git('rev-parse', 'HEAD'), dirty: git('status', '--porcelain', '--', '.') !== '' };
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
