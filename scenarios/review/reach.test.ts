import { beforeAll, describe, expect, it } from 'vitest';
import type { SimulatorState } from '../../src/simulator/index.ts';
import { ensure } from '../world/index.ts';
import { centreState, openCentre, reviewIn } from './centre.ts';

let state: SimulatorState;
beforeAll(async () => {
  state = await centreState();
});

/** A Monday, 10 o'clock in Vienna. */
const atWork = { asOf: '2026-01-12T09:00:00.000Z' };

describe('what a change can affect in a simulated organisation', () => {
  it('leads from a queue over flows to call routes and their numbers, and to campaigns', async () => {
    const actions = [ensure('routing_queue', 'Sales', { acwSettings: { timeoutMs: 60_000 } })];
    const { review } = await reviewIn(openCentre(state), { actions }, atWork);
    expect(review.reach.objects.map(({ via }) => via.join(' < '))).toEqual([
      'routing_queue/Sales < flow/inboundcall/Closed line < architect_ivr/Hotline',
      'routing_queue/Sales < flow/inboundcall/Closed line',
      'routing_queue/Sales < flow/inboundcall/Main line',
      'routing_queue/Sales < outbound_campaign/Winback',
    ]);
    expect(review.reach.numbers).toEqual(['+43123456780', '+43123456789']);
    expect(review.reach.users).toBe(0);
  });

  it.each([
    { at: '2026-01-12T09:00:00.000Z', localTime: '2026-01-12T10:00', state: 'open' },
    { at: '2026-01-12T06:59:00.000Z', localTime: '2026-01-12T07:59', state: 'closed' },
    { at: '2026-07-13T06:00:00.000Z', localTime: '2026-07-13T08:00', state: 'open' },
    { at: '2026-01-17T12:00:00.000Z', localTime: '2026-01-17T13:00', state: 'closed' },
  ])('says which flow answers at $localTime in Vienna: $state', async ({ at, localTime, state: hours }) => {
    const actions = [ensure('architect_ivr', 'Hotline', { description: 'ours' })];
    const { review } = await reviewIn(openCentre(state), { actions }, { asOf: at });
    expect(review.reach.routes).toEqual([
      {
        address: 'architect_ivr/Hotline',
        state: hours,
        flow: hours === 'open' ? 'flow/inboundcall/Main line' : 'flow/inboundcall/Closed line',
        localTime,
        timeZone: 'Europe/Vienna',
        ...(hours === 'open' ? { because: 'architect_schedules/Office' } : {}),
      },
    ]);
  });

  it('leads from a schedule to the numbers it opens', async () => {
    const actions = [ensure('architect_schedules', 'Office', { end: '2026-01-05T17:00:00.000' })];
    const { review } = await reviewIn(openCentre(state), { actions }, atWork);
    expect(review.reach).toMatchObject({
      numbers: ['+43123456780', '+43123456789'],
      openSchedules: ['architect_schedules/Office'],
    });
  });

  it('leads from a pool of numbers to the call routes that answer them', async () => {
    const actions = [
      ensure('telephony_providers_edges_did_pool', ['+43123456700', '+43123456785'], { name: 'Vienna' }),
    ];
    const world = openCentre(state);
    const modes = { telephony_providers_edges_did_pool: 'manage' } as const;
    const { review } = await reviewIn(world, { actions }, { ...atWork, environment: { ...world.environment, modes } });
    expect(review.reach.objects.map(({ address }) => address)).toEqual(['architect_ivr/Hotline']);
  });

  it('reaches nothing from what nobody uses', async () => {
    const { review } = await reviewIn(openCentre(state), { actions: [ensure('routing_skill', 'Gold')] }, atWork);
    expect(review.reach).toMatchObject({ objects: [], numbers: [], routes: [] });
  });
});
