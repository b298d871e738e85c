import type { Entity } from '../kernel/values.ts';
import type { AuditRecord } from './audit-trail.ts';

/** Something that happened in an organisation: an audit record, or an object stored or (without `entity`) removed. */
export type OrganisationEvent =
  | { readonly kind: 'audit'; readonly record: AuditRecord }
  | {
      readonly kind: 'change';
      readonly collection: string;
      readonly id: string;
      readonly entity?: Entity | undefined;
    };

/** Who wants to hear of every event of an organisation, at once and in order. Observers are not part of snapshots. */
export type ObserverList = {
  /** Returns how to stop listening. */
  readonly add: (observer: (event: OrganisationEvent) => void) => () => void;
  readonly notify: (event: OrganisationEvent) => void;
};

/** A list without observers. */
export function createObserverList(): ObserverList {
  const observers = new Set<(event: OrganisationEvent) => void>();
  return {
    add: (observer) => {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    notify: (event) => {
      for (const observer of observers) observer(event);
    },
  };
}
