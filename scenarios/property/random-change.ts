import fc from 'fast-check';
import type { Action, Artifact, JsonObject } from '../../src/core/index.ts';
import { artifactOf, ensure, ensureFlow, ref, remove, rename } from '../world/index.ts';

/** A small organisation and a change to it. */
export interface RandomChange {
  readonly before: Artifact;
  readonly change: Artifact;
}

/** What becomes of one object: `keep` leaves it alone, `make` is for one that is not there before. */
type Doing = 'keep' | 'make' | 'update' | 'delete' | 'rename';

interface Plan {
  readonly type: string;
  readonly name: string;
  readonly doing: Doing;
  readonly value: number;
}

const subjects = [
  { type: 'routing_queue', name: 'Sales' },
  { type: 'routing_queue', name: 'Support' },
  { type: 'routing_wrapupcode', name: 'Sold' },
  { type: 'routing_wrapupcode', name: 'Callback' },
  { type: 'group', name: 'Agents' },
  { type: 'architect_schedules', name: 'Office hours' },
  { type: 'flow', name: 'Main line' },
] as const;

/** Fields of each type: what is there before, and what a change sets; the number tells values apart. */
const fields: Readonly<Record<string, (value: number) => JsonObject>> = {
  routing_queue: (value) => ({
    description: `number ${value}`,
    acwSettings: { wrapupPrompt: 'OPTIONAL', timeoutMs: 10_000 + value * 1_000 },
  }),
  routing_wrapupcode: (value) => ({ description: `number ${value}` }),
  group: (value) => ({ type: 'official', visibility: 'public', rulesVisible: true, description: `number ${value}` }),
  architect_schedules: (value) => ({
    description: `number ${value}`,
    start: '2026-01-05T08:00:00.000',
    end: '2026-01-05T18:00:00.000',
  }),
};

/** Any small organisation with any change to some of its objects that makes sense by itself. */
export const randomChange: fc.Arbitrary<RandomChange> = fc
  .record({
    plans: fc.tuple(...subjects.map((subject) => planOf(subject))),
    codes: fc.record({ before: fc.boolean(), after: fc.constantFrom('keep', 'one', 'both', 'none') }),
  })
  .map(({ plans, codes }) => toChange(plans, codes));

function planOf({ type, name }: { readonly type: string; readonly name: string }): fc.Arbitrary<Plan> {
  const doings: readonly Doing[] =
    type === 'routing_queue' || type === 'routing_wrapupcode'
      ? ['keep', 'make', 'update', 'delete', 'rename']
      : ['keep', 'make', 'update', 'delete'];
  return fc.record({
    type: fc.constant(type),
    name: fc.constant(name),
    doing: fc.constantFrom(...doings),
    value: fc.integer({ min: 1, max: 9 }),
  });
}

function toChange(plans: readonly Plan[], codes: { readonly before: boolean; readonly after: string }): RandomChange {
  const before = plans.filter(({ doing }) => doing !== 'make').map((plan) => ensureIt(plan, 0));
  const change = plans.flatMap((plan) => actionsOf(plan));
  const kept = (name: string): boolean =>
    plans.some((plan) => plan.name === name && (plan.doing === 'keep' || plan.doing === 'update'));
  const isFacet = kept('Sales') && kept('Sold');
  if (isFacet) before.push(offered(codes.before ? ['Sold'] : []));
  if (isFacet && codes.after !== 'keep') change.push(offered(codesAfter(codes.after, kept('Callback'))));
  const texts = plans.filter(({ type }) => type === 'flow').flatMap(({ value }) => [flowText(0), flowText(value)]);
  return {
    before: artifactOf({ name: 'before', actions: before, texts }),
    change: artifactOf({ name: 'change', actions: change, texts }),
  };
}

function actionsOf(plan: Plan): readonly Action[] {
  switch (plan.doing) {
    case 'keep':
      return [];
    case 'make':
    case 'update':
      return [ensureIt(plan, plan.value)];
    case 'delete':
      return [remove(plan.type, plan.type === 'flow' ? ['inboundcall', plan.name] : plan.name)];
    case 'rename':
      return [rename(plan.type, plan.name, `${plan.name} ${plan.value}`)];
    default:
      return plan.doing satisfies never;
  }
}

function ensureIt({ type, name }: Plan, value: number): Action {
  return type === 'flow'
    ? ensureFlow('inboundcall', name, flowText(value))
    : ensure(type, name, fields[type]?.(value) ?? {});
}

function offered(codes: readonly string[]): Action {
  return ensure('routing_queue_wrapupcodes', 'Sales', {
    wrapupCodes: codes.map((code) => ref(`routing_wrapupcode/${code}`)),
  });
}

function codesAfter(after: string, isCallbackThere: boolean): readonly string[] {
  const callback = isCallbackThere ? ['Callback'] : [];
  if (after === 'both') return ['Sold', ...callback];
  return after === 'one' ? callback : [];
}

function flowText(value: number): string {
  return `inboundCall:\n  name: Main line\n  description: number ${value}\n  division: Home\n  defaultLanguage: en-us\n  initialGreeting:\n    tts: Welcome ${value}.\n`;
}
