import { classAt, countOf, namesIn, type RiskFacts, type RiskFinding, type RiskRule } from './risk-facts.ts';

/** Rules that look at the plan as a whole and at what it can affect. */
export const planRules: readonly RiskRule[] = [
  { rule: 'emergency-lane', judge: emergencyLane },
  { rule: 'reach-numbers', judge: numbers },
  { rule: 'reach-users', judge: users },
  { rule: 'open-now', judge: openNow },
  { rule: 'relative', judge: relative },
  { rule: 'large-plan', judge: large },
  { rule: 'edited-by-hand', judge: edited },
  { rule: 'rollback-incomplete', judge: rollbackIncomplete },
];

/** From how many on a plan has a class. */
const least = {
  numbers: { medium: 1, high: 10, critical: 100 },
  users: { medium: 50, high: 500, critical: 5_000 },
  steps: { medium: 100, high: 1_000 },
} as const;

function emergencyLane({ world }: RiskFacts): readonly RiskFinding[] {
  if (world.input.artifact.changeset.metadata.lane !== 'emergency') return [];
  return [{ class: 'high', text: 'It takes the emergency lane, past checks that others pass.', addresses: [] }];
}

function numbers({ reach }: RiskFacts): readonly RiskFinding[] {
  const found = classAt(reach.numbers.length, least.numbers);
  if (found === undefined) return [];
  const text = `${countOf(reach.numbers.length, 'phone number')} lead${reach.numbers.length === 1 ? 's' : ''} to what it touches: ${namesIn(reach.numbers)}.`;
  return [{ class: found, text, addresses: [] }];
}

function users({ reach }: RiskFacts): readonly RiskFinding[] {
  const count = reach.users ?? 0;
  const found = classAt(count, least.users);
  return found === undefined
    ? []
    : [{ class: found, text: `Up to ${count} people work in queues and groups that it reaches.`, addresses: [] }];
}

function openNow({ reach }: RiskFacts): readonly RiskFinding[] {
  const open = reach.routes.filter(({ state }) => state === 'open');
  if (open.length === 0 || reach.numbers.length === 0) return [];
  const addresses = open.map(({ address }) => address);
  return [{ class: 'medium', text: `Calls come in at this time through ${namesIn(addresses)}.`, addresses }];
}

function relative({ plan }: RiskFacts): readonly RiskFinding[] {
  if (!plan.relative) return [];
  const text = 'It computes values from those it writes: deployed again, it would change them again.';
  return [{ class: 'medium', text, addresses: [] }];
}

function large({ steps }: RiskFacts): readonly RiskFinding[] {
  const found = classAt(steps.length, least.steps);
  return found === undefined ? [] : [{ class: found, text: `It has ${steps.length} steps.`, addresses: [] }];
}

function edited({ merges }: RiskFacts): readonly RiskFinding[] {
  const lost = merges.filter(({ outcome }) => outcome === 'overwritten' || outcome === 'conflict');
  const addresses = [...new Set(lost.map(({ address }) => address))];
  if (addresses.length === 0) return [];
  return [{ class: 'medium', text: `It writes over edits by hand of ${namesIn(addresses)}.`, addresses }];
}

function rollbackIncomplete({ rollback }: RiskFacts): readonly RiskFinding[] {
  const [first, ...more] = rollback?.problems ?? [];
  if (first === undefined) return [];
  const rest =
    more.length === 0 ? '' : ` There ${more.length === 1 ? 'is 1 more reason' : `are ${more.length} more reasons`}.`;
  return [{ class: 'medium', text: `A rollback would not be complete: ${first}${rest}`, addresses: [] }];
}
