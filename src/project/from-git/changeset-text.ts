import { Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { ChangeMetadata, JsonObject } from '../../core/index.ts';
import { isSingle, type Address, type Catalogue } from '../../core/resource/index.ts';
import { authoredKeyFields } from '../load/resource-key.ts';
import type { GitChange } from './git-change.ts';

/** The file `changesets/<name>.yaml` that says the changes, each with what it comes from in a comment; metadata that says nothing is left out. */
export function changesetText(
  metadata: ChangeMetadata,
  changes: readonly GitChange[],
  heading: string,
  catalogue: Catalogue,
): string {
  const document = new Document({
    apiVersion: 'signalbox/v1',
    kind: 'Changeset',
    metadata: Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== '')),
    spec: { actions: changes.map((change) => toEntry(change, catalogue)) },
  });
  document.commentBefore = comment(heading);
  const actions = document.getIn(['spec', 'actions']);
  if (isSeq(actions))
    for (const [index, node] of actions.items.entries()) if (isMap(node)) decorate(node, changes[index]?.why ?? '');
  return document.toString({ lineWidth: 0 });
}

function toEntry(change: GitChange, catalogue: Catalogue): JsonObject {
  const target = toTarget(change.target, catalogue);
  const limit: JsonObject = change.environments === undefined ? {} : { environments: change.environments };
  switch (change.kind) {
    case 'delete':
      return { delete: target, ...limit };
    case 'rename':
      return { rename: { ...target, to: change.to }, ...limit };
    case 'announce':
      return { ensure: target, ...limit };
    case 'ensure':
      return { ensure: target, from: 'config', ...limit };
    default:
      return change satisfies never;
  }
}

function toTarget({ type, key }: Address, catalogue: Catalogue): JsonObject {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined || isSingle(descriptor)) return { type };
  return {
    type,
    ...Object.fromEntries(authoredKeyFields(descriptor, catalogue).map((name, index) => [name, key[index] ?? ''])),
  };
}

function decorate(entry: YAMLMap, why: string): void {
  entry.commentBefore = comment(why);
  for (const { value } of entry.items) if (isMap(value) || isSeq(value)) value.flow = true;
}

function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}
