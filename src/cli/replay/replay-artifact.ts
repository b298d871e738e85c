import { escapeInterpolation } from '../../core/expression/index.ts';
import type { Action, Artifact } from '../../core/index.ts';
import { type Catalogue, type Contents, isSingle } from '../../core/resource/index.ts';
import { keyTargets } from './known-addresses.ts';
import type { ReplayDocument } from './replay-source.ts';

/**
 * The artifact that makes all documents: first everything by name, what others are named by before them, then everything
 * with its fields. So a document may refer to any other, in circles too; the planner makes one change of both actions.
 */
export function replayArtifact(
  documents: readonly ReplayDocument[],
  contents: Contents,
  { catalogue, round }: { readonly catalogue: Catalogue; readonly round: number },
): Artifact {
  const names = documents.filter(({ type }) => {
    const descriptor = catalogue.find(type);
    return descriptor !== undefined && !isSingle(descriptor) && descriptor.shape.kind !== 'facet';
  });
  const named = names
    .map((document) => ({ document, depth: depthOf(catalogue, document) }))
    .toSorted((left, right) => left.depth - right.depth)
    .map(({ document }) => toAction({ ...document, document: {} }));
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    digest: `replay ${round}`,
    changeset: {
      metadata: { name: 'replay', owner: 'replay', reason: 'Replay of an export.', workItem: 'none', lane: 'standard' },
      inputs: {},
      actions: [...named, ...documents.map(toAction)],
      tests: [],
    },
    contents,
  };
}

function toAction({ type, key, document, source }: ReplayDocument): Action {
  // Names are taken as they stand; only what authors write into fields is computed.
  return { kind: 'ensure', source, target: { type, key: key.map(escapeInterpolation) }, document };
}

function depthOf(catalogue: Catalogue, address: Pick<ReplayDocument, 'type' | 'key'>): number {
  return Math.max(0, ...keyTargets(catalogue, address).map((target) => 1 + depthOf(catalogue, target)));
}
