import {
  digestText,
  type Action,
  type Artifact,
  type ChangeTest,
  type Json,
  type JsonObject,
} from '../../src/core/index.ts';
import { digestOfArtifact } from '../../src/project/index.ts';

const source = { file: 'changesets/scenario.yaml', line: 1 };

/** `ensure` of `type/key`. */
export function ensure(type: string, key: string | readonly string[], set: JsonObject = {}): Action {
  return { kind: 'ensure', source, target: { type, key: typeof key === 'string' ? [key] : key }, set };
}

/** `delete` of `type/key`. */
export function remove(type: string, key: string | readonly string[]): Action {
  return { kind: 'delete', source, target: { type, key: typeof key === 'string' ? [key] : key } };
}

/** `rename` of `type/key`. */
export function rename(type: string, key: string, to: string): Action {
  return { kind: 'rename', source, target: { type, key: [key] }, to };
}

/** A portable reference to `type/key`. */
export function ref(address: string): Json {
  return { $ref: address };
}

/** A changeset with the texts that it publishes. */
export interface ChangesetDraft {
  readonly name?: string | undefined;
  readonly actions: readonly Action[];
  readonly tests?: readonly ChangeTest[] | undefined;
  readonly texts?: readonly string[] | undefined;
}

/** The artifact that a build of the changeset would give. */
export function artifactOf(draft: ChangesetDraft): Artifact {
  const metadata = {
    name: draft.name ?? 'scenario',
    owner: 'dana@example.com',
    reason: 'A scenario.',
    workItem: 'CC-1',
    lane: 'normal' as const,
  };
  const changeset = { metadata, inputs: {}, actions: draft.actions, tests: draft.tests ?? [] };
  const contents = Object.fromEntries((draft.texts ?? []).map((text) => [digestText(text), text]));
  const digest = digestOfArtifact({ changeset, contents });
  return { apiVersion: 'signalbox/v1', kind: 'Artifact', digest, changeset, contents };
}

/** `ensure` of a flow with its YAML; the text must be among the draft's texts. */
export function ensureFlow(type: string, name: string, text: string): Action {
  return ensure('flow', [type, name], { content: { $content: digestText(text) } });
}
