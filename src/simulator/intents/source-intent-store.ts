import { textOf, type Entity } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

/** The source intents of a customer intent, by their ids. */
export function sourceIntentsOf(organisation: Organisation, customerIntentId: string): readonly Entity[] {
  return sourceIntentsIn(organisation)
    .currentAll()
    .filter((entry) => textOf(entry, 'customerIntentId') === customerIntentId);
}

/** All source intents; each belongs to one customer intent at most, so its own id is the key. */
export function sourceIntentsIn(organisation: Organisation): Collection {
  return organisation.ledger('intents_customerintents.sources');
}

/** Frees the source intents of a customer intent that was deleted. */
export function forgetSourceIntents(organisation: Organisation, customerIntentId: string): void {
  for (const { id } of sourceIntentsOf(organisation, customerIntentId)) sourceIntentsIn(organisation).remove(id);
}
