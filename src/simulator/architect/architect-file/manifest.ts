import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { DependencyEnd } from '../../state/dependencies.ts';
import type { Organisation } from '../../state/organisation.ts';
import { dependencyTypeOfFlow, flowKinds } from '../content/flow-kinds.ts';
import { dependencyTypes, labels } from '../content/naming-forms.ts';
import type { Resolution } from '../content/resolve-names.ts';
import type { ArchitectConfiguration } from './configuration.ts';

/** An object that a manifest lists: its type, its id where it came from, and its name. */
export type ManifestEntry = {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  /** Only flows: their type in upper case. */
  readonly flowKind?: string;
};

/** The manifest's words; what is not here, such as voices and the platform's own prompts, is there in every organisation. */
const typesByWord: Readonly<Record<string, string>> = {
  acdLanguage: 'routing_language',
  acdSkill: 'routing_skill',
  acdWrapupCode: 'routing_wrapupcode',
  contactList: 'outbound_contact_list',
  dataAction: 'integration_action',
  dataTable: 'architect_datatable',
  emergencyGroup: 'architect_emergencygroup',
  grammar: 'architect_grammar',
  group: 'group',
  knowledgeBase: 'knowledge_knowledgebase',
  queue: 'routing_queue',
  response: 'responsemanagement_response',
  schedule: 'architect_schedules',
  scheduleGroup: 'architect_schedulegroups',
  userPrompt: 'architect_user_prompt',
  worktype: 'task_management_worktype',
};

const furtherDependencyTypes: Readonly<Record<string, string>> = {
  architect_grammar: 'GRAMMAR',
  knowledge_knowledgebase: 'KNOWLEDGEBASE',
  outbound_contact_list: 'CONTACTLIST',
  responsemanagement_response: 'RESPONSE',
  task_management_worktype: 'WORKTYPE',
};

/** What the manifest of a configuration lists and has to be there, in its order. */
export function manifestEntries({ configuration }: ArchitectConfiguration): readonly ManifestEntry[] {
  const manifest = isObject(configuration['manifest']) ? configuration['manifest'] : {};
  return Object.entries(manifest).flatMap(([word, entries]) =>
    (Array.isArray(entries) ? entries.filter(isObject) : []).flatMap((entry) => entryOf(word, entry) ?? []),
  );
}

/** Looks up what the manifest lists: by id, and by name where the file comes from another organisation. */
export function resolveManifest(organisation: Organisation, file: ArchitectConfiguration): Resolution {
  const used = new Map<string, DependencyEnd>();
  const problems: string[] = [];
  for (const entry of manifestEntries(file)) {
    const found = find(organisation, entry);
    if (found) {
      const end = { type: dependencyTypeOf(entry), id: found.id, name: textOf(found, 'name') };
      used.set(`${end.type}:${end.id}`, end);
    } else if (entry.flowKind !== file.kind || entry.name.toLowerCase() !== file.name.toLowerCase()) {
      problems.push(`Unable to find the ${labels[entry.type] ?? entry.type} with name '${entry.name}' (/manifest).`);
    }
  }
  return { used: [...used.values()], problems };
}

function entryOf(word: string, entry: JsonObject): ManifestEntry | undefined {
  const kind = word.endsWith('Flow') ? word.slice(0, -4).toUpperCase() : '';
  const flowKind = flowKinds.includes(kind) ? kind : undefined;
  const type = flowKind === undefined ? (Object.hasOwn(typesByWord, word) ? typesByWord[word] : undefined) : 'flow';
  const [id, name] = [textOf(entry, 'id'), textOf(entry, 'name')];
  if (type === undefined || (id === '' && name === '')) return undefined;
  return { type, id, name, ...(flowKind === undefined ? {} : { flowKind }) };
}

function find(organisation: Organisation, { type, id, name, flowKind }: ManifestEntry): Entity | undefined {
  const objects = organisation.collection(type);
  return [objects.current(id), ...objects.currentNamed(name)].find(
    (entity) =>
      entity !== undefined && entity['state'] !== 'deleted' && (flowKind === undefined || entity['type'] === flowKind),
  );
}

function dependencyTypeOf({ type, flowKind }: ManifestEntry): string {
  if (flowKind !== undefined) return dependencyTypeOfFlow(flowKind);
  return dependencyTypes[type] ?? furtherDependencyTypes[type] ?? type;
}
