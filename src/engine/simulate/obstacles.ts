import type { Diagnostic } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import { engineErrorCodes } from '../errors.ts';
import type { Clock, PlatformReader } from '../ports.ts';
import { readPatiently } from '../steps/index.ts';

/** One line for each hold that a person or a newer draft has on an object that the plan writes, freshly read. */
export async function findObstacles(
  ports: { readonly reader: Pick<PlatformReader, 'obstacles'>; readonly clock: Clock },
  plan: Plan,
): Promise<readonly { readonly address: string; readonly text: string }[]> {
  const found: { readonly address: string; readonly text: string }[] = [];
  for (const { kind, type, handle, address } of plan.steps) {
    if (kind === 'noop' || handle.startsWith('new#')) continue;
    const obstacles = await readPatiently(ports.clock, () => ports.reader.obstacles(type, handle));
    for (const obstacle of obstacles) {
      const how = obstacle.kind === 'locked' ? 'locked' : 'ahead of its published version';
      found.push({ address, text: `${address} is ${how} by ${obstacle.holder} (${obstacle.detail})` });
    }
  }
  return found;
}

/** The plan with a warning for each obstacle: a deployment would refuse it now, yet the holder may let go before. */
export async function withObstacles(
  ports: { readonly reader: Pick<PlatformReader, 'obstacles'>; readonly clock: Clock },
  plan: Plan,
): Promise<Plan> {
  const { summary, remedy } = engineErrorCodes.SB3007;
  const warnings = (await findObstacles(ports, plan)).map(({ address, text }): Diagnostic => ({
    code: 'SB3007',
    severity: 'warning',
    summary,
    detail: `${text}.`,
    remedy,
    address,
  }));
  return warnings.length === 0 ? plan : { ...plan, diagnostics: [...plan.diagnostics, ...warnings] };
}
