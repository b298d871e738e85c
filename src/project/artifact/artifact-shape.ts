import * as z from 'zod';
import type { Json, JsonObject } from '../../core/index.ts';
import type { Contents } from '../../core/resource/index.ts';
import { projectError } from '../errors.ts';
import type { ChangesetSources } from './artifact-digest.ts';

const place = z.object({ file: z.string(), line: z.number().optional(), column: z.number().optional() });
const entry = z.record(z.string(), z.json());

const artifactShape = z.object({
  apiVersion: z.literal('signalbox/v1'),
  kind: z.literal('Artifact'),
  digest: z.string(),
  changeset: z
    .object({
      metadata: z.object({ name: z.string() }).loose(),
      inputs: entry,
      actions: z.array(entry),
      tests: z.array(entry),
    })
    .loose(),
  contents: z.record(z.string(), z.string()),
  sources: z.object({ actions: z.array(place), tests: z.array(place) }),
  sourcesDigest: z.string(),
});

/**
 * The parts of an artifact file, as far as they must be told apart to check the digest; the digest vouches for the rest.
 * Errors: SB2026.
 */
export function checkArtifactShape(
  path: string,
  value: Json,
): {
  readonly file: JsonObject;
  readonly changeset: JsonObject;
  readonly contents: Contents;
  readonly sources: ChangesetSources;
} {
  const result = artifactShape.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw projectError(
      'SB2026',
      `${path} is not an artifact: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
      { path },
    );
  }
  const file = value as JsonObject;
  return {
    file,
    changeset: file['changeset'] as JsonObject,
    contents: result.data.contents,
    sources: file['sources'] as unknown as ChangesetSources,
  };
}
