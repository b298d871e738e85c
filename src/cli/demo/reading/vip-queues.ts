import { expectSame } from '../telling/claims.ts';
import type { OrganisationState } from './organisation-state.ts';
import type { WireObject } from './wire-client.ts';

const longestMs = 300_000;
const broughtByTheChange = 'queue VIP #3: Concierge';

/** Milliseconds after a call, by queue, of the VIP queues that were there before the change. */
export function vipTimeouts(state: OrganisationState): ReadonlyMap<string, number> {
  const vip = [...state].filter(([name]) => name.startsWith('queue VIP ') && name !== broughtByTheChange);
  return new Map(vip.map(([name, queue]) => [name, Number((queue['acwSettings'] as WireObject)['timeoutMs'])]));
}

/** What speaks against the change being in the organisation exactly once. */
export function againstDeployed(before: OrganisationState, after: OrganisationState): readonly string[] {
  const now = vipTimeouts(after);
  const doubled = [...vipTimeouts(before)].flatMap(([name, ms]) =>
    expectSame(`${name}, milliseconds`, now.get(name), Math.min(ms * 2, longestMs)),
  );
  const presence = Object.entries({
    [broughtByTheChange]: true,
    'skill VIP': true,
    'flow VIP hold': true,
    'wrap-up code Escalated': true,
    'wrap-up code Old: escalated': false,
    'wrap-up code Unused #2': false,
  }).flatMap(([name, isThere]) => expectSame(`${name} is there`, after.has(name), isThere));
  const concierge = after.get(broughtByTheChange);
  const holdFlow = concierge?.['queueFlow'] as WireObject | undefined;
  return [
    ...doubled,
    ...presence,
    ...expectSame('the concierge holds callers in', holdFlow?.['id'], after.get('flow VIP hold')?.['id']),
    ...expectSame('the concierge’s wrap-up codes', concierge?.['wrapupCodes'], ['Callback promised', 'Resolved']),
  ];
}
