import { formatPath } from '../json/path.ts';
import type { Step } from '../plan/plan.ts';
import { matchesGlob } from '../text/glob.ts';
import type { GateRules, PreApproved } from './gate-rules.ts';

/** What of a plan the standard lane does not take, one text each; empty when all of it was approved beforehand. */
export function outsideStandard(rules: GateRules, steps: readonly Step[]): readonly string[] {
  const { preApproved, maxObjects } = rules.lanes.standard;
  const written = steps.filter(({ kind }) => kind !== 'noop');
  const outside = written
    .filter((step) => !preApproved.some((rule) => fits(rule, step)))
    .map(({ kind, address }) => `${kind} ${address}`);
  const objects = new Set(written.map(({ handle }) => handle)).size;
  const tooMany =
    maxObjects !== undefined && objects > maxObjects ? [`${objects} objects, at most ${maxObjects} are standard`] : [];
  return [...outside, ...tooMany];
}

function fits({ type, kinds, fields }: PreApproved, step: Step): boolean {
  if (!matchesGlob(type, step.type) || !kinds.some((kind) => kind === step.kind)) return false;
  if (fields === undefined || !('changes' in step)) return true;
  return step.changes.every(({ path }) => {
    const text = formatPath(path);
    return fields.some((field) => text === field || text.startsWith(`${field}.`) || text.startsWith(`${field}[`));
  });
}
