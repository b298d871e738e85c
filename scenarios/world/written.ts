import type { OrganisationHandle } from '../../src/simulator/index.ts';
import type { SimulatedOrganisation } from './simulated.ts';

/** How often our client did what to which object, by the platform's own audits: `Create Queue VIP` → 1. */
export type Written = Readonly<Record<string, number>>;

/** What our client wrote after the first `after` audit records. Drafts are left out: nothing live depends on them. */
export function writtenBy(organisation: OrganisationHandle, client: SimulatedOrganisation, after: number): Written {
  const counts: Record<string, number> = {};
  for (const { message } of organisation.audits().slice(after)) {
    if (message['entityType'] === 'ActionDraft') continue;
    if ((message['client'] as { readonly id: string }).id !== client.clientId) continue;
    const { name, id } = message['entity'] as { readonly name?: string; readonly id: string };
    const what = `${String(message['action'])} ${String(message['entityType'])} ${name ?? id}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
