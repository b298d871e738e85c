import type { Artifact, EnvironmentRules } from '../../core/index.ts';
import { judgeGates, type GateFact } from '../../core/gates/index.ts';
import type { Step } from '../../core/plan/index.ts';
import { engineError, type EngineErrorCode } from '../errors.ts';
import type { Clock } from '../ports.ts';

const codes = {
  window: 'SB3100',
  freeze: 'SB3101',
  incident: 'SB3102',
  'standard-lane': 'SB3103',
} as const satisfies Readonly<Record<GateFact['gate'], EngineErrorCode>>;

/**
 * SB3100–SB3103 while a gate of the environment is closed for the artifact. Asked without steps before planning, so that
 * nobody waits for a plan that may not run, and with them before the first write.
 */
export function refuseClosedGates(
  clock: Pick<Clock, 'now'>,
  environment: EnvironmentRules,
  artifact: Artifact,
  steps: readonly Step[],
): void {
  const { metadata } = artifact.changeset;
  const { refusals } = judgeGates(environment.gates, { metadata, steps, instantMs: clock.now() });
  const [first] = refusals;
  if (first === undefined) return;
  throw engineError(codes[first.gate], `${environment.name}: ${refusals.map(({ text }) => text).join(' ')}`, {
    context: { environment: environment.name, lane: metadata.lane, gates: refusals.map(({ gate }) => gate) },
  });
}
