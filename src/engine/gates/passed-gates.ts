import { judgeGates, type GateFact } from '../../core/gates/index.ts';
import { gatesStepId } from '../journal/index.ts';
import type { RunContext } from '../run/run-context.ts';

/**
 * Journals the gates that were closed when the run started and that its lane, or its being a rollback, passes by. Once for
 * every run: a resumed one judges by the same instant.
 */
export async function journalPassedGates(context: RunContext): Promise<void> {
  if (context.memory.passedGates !== undefined) return;
  const passed = passedGates(context);
  if (passed.length === 0) return;
  for (const { gate, text } of passed) context.announce('gate-passed', text, { gate });
  await context.journal.write({ direction: 'forward', stepId: gatesStepId, phase: 'verified', data: { passed } });
}

function passedGates({ run, environment }: RunContext): readonly GateFact[] {
  const { metadata } = run.artifact.changeset;
  const instantMs = Date.parse(run.startedAt);
  if (run.kind === 'deploy') {
    const { incident } = metadata;
    return judgeGates(environment.gates, { metadata, steps: [], instantMs }).passed.map(({ gate, text }) => ({
      gate,
      text: `The ${metadata.lane} lane passed by${incident === undefined ? '' : `, incident ${incident}`}: ${text}`,
    }));
  }
  const verdict = judgeGates(environment.gates, { metadata: { lane: 'normal' }, steps: [], instantMs });
  return verdict.refusals.map(({ gate, text }) => ({ gate, text: `The rollback passed by: ${text}` }));
}
