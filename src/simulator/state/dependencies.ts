import { isObject } from '../kernel/values.ts';
import type { Organisation } from './organisation.ts';

/** One end of a dependency, in the words of Architect: `QUEUE`, `INBOUNDCALLFLOW`, … and the object's id. */
export type DependencyEnd = {
  readonly type: string;
  readonly id: string;
  readonly name?: string | undefined;
  readonly version?: string | undefined;
};

const shelf = 'simulator.dependencies';

/** Replaces what `consumer` (at its version, when it has one) uses. */
export function recordConsumed(
  organisation: Organisation,
  consumer: DependencyEnd,
  used: readonly DependencyEnd[],
): void {
  organisation.ledger(shelf).put({ id: edgeKey(consumer), consumer, used });
}

/** Forgets all edges that start at the object, whatever its version. */
export function forgetConsumer(organisation: Organisation, id: string): void {
  const edges = organisation.ledger(shelf);
  for (const edge of edges.currentAll()) if (endOf(edge['consumer'])?.id === id) edges.remove(edge.id);
}

/** What the object uses; without a version, the edges of the latest recorded one. */
export function consumedBy(organisation: Organisation, consumer: DependencyEnd): readonly DependencyEnd[] {
  const edges = organisation.ledger(shelf).currentAll();
  const wanted = edges.filter((edge) => {
    const end = endOf(edge['consumer']);
    return end?.id === consumer.id && (consumer.version === undefined || end.version === consumer.version);
  });
  return endsOf(wanted.at(-1)?.['used']);
}

/** Who uses the object, latest recorded version of each consumer only. */
export function consumersOf(organisation: Organisation, used: DependencyEnd): readonly DependencyEnd[] {
  return allConsumers(organisation)
    .filter((edge) => edge.used.some((end) => end.id === used.id && end.type === used.type))
    .map((edge) => edge.consumer);
}

/** A consumer at its latest recorded version and what it uses there. */
export type ConsumerUse = { readonly consumer: DependencyEnd; readonly used: readonly DependencyEnd[] };

/** Every consumer, each once. */
export function allConsumers(organisation: Organisation): readonly ConsumerUse[] {
  const latest = new Map<string, ConsumerUse>();
  for (const edge of organisation.ledger(shelf).currentAll()) {
    const consumer = endOf(edge['consumer']);
    if (consumer) latest.set(consumer.id, { consumer, used: endsOf(edge['used']) });
  }
  return [...latest.values()];
}

function edgeKey(end: DependencyEnd): string {
  return `${end.type}:${end.id}:${end.version ?? ''}`;
}

function endsOf(value: unknown): readonly DependencyEnd[] {
  return Array.isArray(value) ? value.flatMap((item) => endOf(item) ?? []) : [];
}

function endOf(value: unknown): DependencyEnd | undefined {
  if (!isObject(value) || typeof value['id'] !== 'string' || typeof value['type'] !== 'string') return undefined;
  const { id, type, name, version } = value;
  return {
    id,
    type,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof version === 'string' ? { version } : {}),
  };
}
