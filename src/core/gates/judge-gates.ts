import type { ChangeMetadata } from '../changeset/changeset.ts';
import type { Step } from '../plan/plan.ts';
import { covers, freezesFor, nextChance, passesOf } from './chance.ts';
import type { GateRules } from './gate-rules.ts';
import { outsideStandard } from './standard-lane.ts';
import { openingAt } from './windows.ts';

/** A gate that is closed for a change, or that its lane passes by. */
export interface GateFact {
  readonly gate: 'window' | 'freeze' | 'incident' | 'standard-lane';
  /** One sentence with the values. */
  readonly text: string;
}

/** Whether a deployment may begin. */
export interface GateVerdict {
  /** Why it may not; empty when it may. */
  readonly refusals: readonly GateFact[];
  /** Gates that are closed and that the lane passes by: to be recorded. */
  readonly passed: readonly GateFact[];
}

/** What is to pass the gates, and when. */
export interface GateQuestion {
  readonly metadata: Pick<ChangeMetadata, 'lane' | 'incident'>;
  readonly steps: readonly Step[];
  readonly instantMs: number;
}

/** Whether a deployment may begin at the instant. An emergency needs its incident also where the environment has no rules. */
export function judgeGates(rules: GateRules | undefined, question: GateQuestion): GateVerdict {
  const { lane, incident } = question.metadata;
  const refusals: GateFact[] = [];
  if (lane === 'emergency' && incident === undefined)
    refusals.push({
      gate: 'incident',
      text: 'The change travels in the emergency lane and names no incident: metadata.incident is missing.',
    });
  if (rules === undefined) return { refusals, passed: [] };
  const outside = lane === 'standard' ? outsideStandard(rules, question.steps) : [];
  if (outside.length > 0)
    refusals.push({ gate: 'standard-lane', text: `Not approved beforehand: ${outside.join('; ')}.` });
  const timely = judgeTime(rules, question);
  return { refusals: [...refusals, ...timely.refusals], passed: timely.passed };
}

function judgeTime(rules: GateRules, { metadata: { lane }, instantMs }: GateQuestion): GateVerdict {
  const passes = passesOf(rules, lane);
  const refusals: GateFact[] = [];
  const passed: GateFact[] = [];
  if (rules.windows.length > 0 && openingAt(rules.windows, instantMs) === undefined) {
    const names = rules.windows.map(({ name }) => name).join(', ');
    const text = `${instantText(instantMs)} is outside every window (${names})`;
    if (passes.includes('windows')) passed.push({ gate: 'window', text: `${text}.` });
    else refusals.push({ gate: 'window', text: `${text}; ${nextText(rules, lane, instantMs)}.` });
  }
  const stopping = freezesFor(rules, lane);
  for (const freeze of rules.freezes.filter((span) => covers(span, instantMs))) {
    const text = `Frozen from ${instantText(Date.parse(freeze.from))} to ${instantText(Date.parse(freeze.to))}: ${freeze.reason}`;
    if (stopping.includes(freeze))
      refusals.push({ gate: 'freeze', text: `${text}; ${nextText(rules, lane, instantMs)}.` });
    else passed.push({ gate: 'freeze', text: `${text}.` });
  }
  return { refusals, passed };
}

function nextText(rules: GateRules, lane: ChangeMetadata['lane'], instantMs: number): string {
  const chance = nextChance(rules, lane, instantMs);
  if (chance === undefined) return 'no window opens within two years';
  const end = chance.until === undefined ? '' : ` to ${instantText(chance.until)}`;
  return `next it may run from ${instantText(chance.from)}${end}`;
}

/** An instant as gates print it, to the second in UTC: `2026-11-21T20:00:00Z`. */
export function instantText(instantMs: number): string {
  return new Date(instantMs).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
