import { describe, expect, it } from 'vitest';
import { resolveClock } from '../kernel/clock.ts';
import { createOrganisation } from './organisation.ts';
import type { OrganisationEvent } from './observers.ts';

describe('observers of an organisation', () => {
  it('hear of audits and of stored and removed objects in order, until they stop listening', () => {
    const organisation = createOrganisation(
      'seed',
      { name: 'Acme' },
      resolveClock({ now: () => 0, advance: () => {} }),
    );
    const heard: OrganisationEvent[] = [];
    const stop = organisation.observers.add((event) => heard.push(event));
    const queue = { id: 'q1', name: 'Sales' };
    const record = { at: 0, message: { id: 'a1', action: 'Create' } };
    organisation.collection('routing_queue').put(queue);
    organisation.audits.append(record);
    organisation.ledger('jobs').remove('q1');
    stop();
    organisation.collection('routing_queue').remove('q1');
    expect(heard).toEqual([
      { kind: 'change', collection: 'routing_queue', id: 'q1', entity: queue },
      { kind: 'audit', record },
      { kind: 'change', collection: 'jobs', id: 'q1' },
    ]);
  });
});
