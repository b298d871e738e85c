import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

/** The schedules of journey views, by the id of their view. */
export function schedulesIn(organisation: Organisation): Collection {
  return organisation.collection('journey_view_schedule');
}
