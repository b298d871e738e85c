import type { Plan } from '../../src/core/plan/index.ts';
import type { PlanReview } from '../../src/core/review/index.ts';
import { simulate, type SimulationRequest } from '../../src/engine/index.ts';
import type { SimulatorState } from '../../src/simulator/index.ts';
import { artifactOf, createInProcessWorld, ensure, ensureFlow, ref, stateAfter, type World } from '../world/index.ts';

/** The YAML of a call flow that leads to the queue Sales. */
export const menu = (name: string, greeting = 'Welcome'): string => `inboundCall:
  name: ${name}
  description: Greets the caller
  division: Home
  defaultLanguage: en-us
  startUpRef: "/inboundCall/menus/menu[Main_10]"
  initialGreeting:
    tts: ${greeting}
  menus:
    - menu:
        name: Main
        refId: Main_10
        choices:
          - menuTransferToAcd:
              name: To the queue
              dtmf: digit_1
              targetQueue:
                lit:
                  name: Sales
`;
const [open, closed] = [menu('Main line'), menu('Closed line')];

const actions = [
  ensure('routing_skill', 'VIP'),
  ensure('routing_queue', 'Sales', { acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 30_000 } }),
  ensureFlow('inboundcall', 'Main line', open),
  ensureFlow('inboundcall', 'Closed line', closed),
  ensure('architect_schedules', 'Office', {
    start: '2026-01-05T08:00:00.000',
    end: '2026-01-05T18:00:00.000',
    rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR',
  }),
  ensure('architect_schedulegroups', 'Vienna', {
    timeZone: 'Europe/Vienna',
    openSchedules: [ref('architect_schedules/Office')],
  }),
  ensure('architect_ivr', 'Hotline', {
    dnis: ['+43123456780', '+43123456789'],
    scheduleGroup: ref('architect_schedulegroups/Vienna'),
    openHoursFlow: ref('flow/inboundcall/Main line'),
    closedHoursFlow: ref('flow/inboundcall/Closed line'),
  }),
  ensure('outbound_contact_list', 'Customers', {
    columnNames: ['phone'],
    phoneColumns: [{ columnName: 'phone', type: 'cell' }],
  }),
  ensure('outbound_campaign', 'Winback', {
    dialingMode: 'preview',
    contactList: ref('outbound_contact_list/Customers'),
    queue: ref('routing_queue/Sales'),
    phoneColumns: [{ columnName: 'phone' }],
    callerName: 'Acme',
    callerAddress: '+43123456780',
  }),
];

/** The state of a centre: two numbers on an IVR, its schedule group, flows that lead to a queue, and a campaign for it. */
export function centreState(): Promise<SimulatorState> {
  return stateAfter(artifactOf({ actions, texts: [open, closed] }));
}

/** A world that goes on from the state. */
export function openCentre(state: SimulatorState): World {
  return createInProcessWorld({ state });
}

/** The plan of the actions in the world, with its review. */
export async function reviewIn(
  world: World,
  wanted: Parameters<typeof artifactOf>[0],
  more: Partial<SimulationRequest> = {},
): Promise<{ readonly plan: Plan; readonly review: PlanReview }> {
  const ports = world.process({ process: 'reviewer' });
  const baseline = await world.store.readBaseline(world.environment.name);
  const request = { ...world.request(artifactOf(wanted)), baseline, ...more };
  const { plan } = await simulate({ reader: ports.platform, clock: ports.clock }, request);
  if (plan.review === undefined) throw new Error('the plan has no review');
  return { plan, review: plan.review };
}
