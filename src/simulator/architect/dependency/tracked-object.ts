import { textOf } from '../../kernel/values.ts';
import type { DependencyEnd } from '../../state/dependencies.ts';
import type { Organisation } from '../../state/organisation.ts';
import { dependencyTypeOfFlow, flowKinds } from '../content/flow-kinds.ts';
import { dependencyTypes } from '../content/naming-forms.ts';

const pathsByType: Readonly<Record<string, string>> = {
  routing_queue: '/api/v2/routing/queues',
  routing_skill: '/api/v2/routing/skills',
  routing_language: '/api/v2/routing/languages',
  routing_wrapupcode: '/api/v2/routing/wrapupcodes',
  group: '/api/v2/groups',
  architect_schedules: '/api/v2/architect/schedules',
  architect_schedulegroups: '/api/v2/architect/schedulegroups',
  architect_emergencygroup: '/api/v2/architect/emergencygroups',
  architect_user_prompt: '/api/v2/architect/prompts',
  architect_datatable: '/api/v2/flows/datatables',
  integration_action: '/api/v2/integrations/actions',
};

const collectionByWord = new Map(
  Object.entries(dependencyTypes).map(([collection, word]) => [word, collection] as const),
);
const flowWords = new Set(flowKinds.map(dependencyTypeOfFlow));

/** Every word of dependency tracking that the simulator follows. */
export function trackedTypes(): readonly string[] {
  return [...collectionByWord.keys(), ...flowWords];
}

/** Every undeleted object that a word of dependency tracking stands for. */
export function trackedObjects(organisation: Organisation, word: string): readonly DependencyEnd[] {
  const collection = flowWords.has(word) ? 'flow' : collectionByWord.get(word);
  if (collection === undefined) return [];
  return organisation
    .collection(collection)
    .currentAll()
    .flatMap((entity) => {
      const found = findTracked(organisation, word, entity.id);
      return found ? [{ type: word, id: entity.id, name: found.name }] : [];
    });
}

/** The undeleted object behind one end of a dependency; undefined when it is gone. */
export function findTracked(
  organisation: Organisation,
  word: string,
  id: string,
): { readonly name: string; readonly selfUri: string } | undefined {
  const collection = flowWords.has(word) ? 'flow' : collectionByWord.get(word);
  const found = collection === undefined ? undefined : organisation.collection(collection).current(id);
  if (!found || found['state'] === 'deleted') return undefined;
  if (collection === 'flow' && dependencyTypeOfFlow(textOf(found, 'type')) !== word) return undefined;
  const path = collection === 'flow' ? '/api/v2/flows' : (pathsByType[collection ?? ''] ?? '');
  return { name: textOf(found, 'name'), selfUri: `${path}/${id}` };
}
