import { deploy, type RunReport } from '../../src/engine/index.ts';
import type { World } from '../world/index.ts';

/** What one deployment was expected to cost, and what the organisation really got. */
export interface Forecast {
  /** Kinds and types of its steps. */
  readonly steps: string;
  readonly predicted: number;
  readonly sent: number;
}

/** A tenth and two requests: what a forecast may be off. */
export function isRight({ predicted, sent }: Forecast): boolean {
  return Math.abs(predicted - sent) <= 2 + sent / 10;
}

/** Deploys, and notes the forecast of the plan that was carried out beside the requests that it took. */
export async function deployCounted(
  world: World,
  forecasts: Forecast[],
  ...[ports, request]: Parameters<typeof deploy>
): Promise<RunReport> {
  world.simulator.usage.reset();
  const report = await deploy(ports, request);
  const counts = world.simulator.usage.counts().filter(({ operation }) => operation.includes('/api/v2/'));
  const run = await world.store.findRun(report.runId);
  const predicted = run?.plan.review?.cost.requests;
  if (predicted !== undefined && report.ending === 'succeeded')
    forecasts.push({
      steps: report.steps.map(({ kind, type }) => `${kind} ${type}`).join(', '),
      predicted,
      sent: counts.reduce((sum, { count }) => sum + count, 0),
    });
  return report;
}
