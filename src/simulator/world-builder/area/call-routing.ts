import type { Entity } from '../../kernel/values.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** IVRs and emergency groups. */
export const callRoutingArea: Area = {
  shares: { architect_ivr: { part: 0.015 }, architect_emergencygroup: { part: 0.004, least: 2, most: 100 } },
  build: (draft) => {
    const flows = draft.made('flow').filter((flow) => flow['type'] === 'INBOUNDCALL');
    times(draft.count('architect_ivr'), (index) => addIvr(draft, flows, index));
    times(draft.count('architect_emergencygroup'), () => addEmergencyGroup(draft, flows));
  },
};

function addIvr({ add, any, division, names, random }: Draft, flows: readonly Entity[], index: number): void {
  const flow = (): { readonly id: string } => ({ id: random.of(flows).id });
  add('architect_ivr', {
    name: names.thing('architect_ivr'),
    division: division(),
    dnis: random.chance(0.8) ? [`+4930${String(5_000_000 + index)}`] : [],
    openHoursFlow: flow(),
    ...(random.chance(0.6)
      ? { closedHoursFlow: flow(), scheduleGroup: { id: any('architect_schedulegroups').id } }
      : {}),
    ...(random.chance(0.3) ? { holidayHoursFlow: flow() } : {}),
  });
}

function addEmergencyGroup({ add, division, made, names, random }: Draft, flows: readonly Entity[]): void {
  const ivrs = random.some(made('architect_ivr'), 1 + random.below(3)).map(({ id }) => ({ id }));
  add('architect_emergencygroup', {
    name: names.thing('architect_emergencygroup'),
    division: division(),
    enabled: false,
    emergencyCallFlows: [{ emergencyFlow: { id: random.of(flows).id }, ivrs }],
  });
}
