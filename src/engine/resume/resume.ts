import { refuseUnrunnable } from '../assertions/index.ts';
import { refuseMovedRun, refuseUnreadableSecrets, remainingSteps, withEnvironment } from '../deploy/index.ts';
import type { RunReport } from '../report.ts';
import { conductRun, type DeployPorts, type RunGround } from '../run/index.ts';

/**
 * Goes on with the run that was left unfinished in the environment, from its journal: settles what was under way, then
 * forward or back. Undefined when there is none. SB3001 while its process may still be alive (until lease and request
 * timeout are over), SB3002 when it was of another organisation, SB3009 when the journal is not that of the plan, SB3104 when
 * tests are ahead that this program can not run, SB3025 when a secret that a remaining step writes can not be read.
 */
export async function resume(ports: DeployPorts, request: RunGround): Promise<RunReport | undefined> {
  return withEnvironment(ports, request.environment, async (held) => {
    const unfinished = await ports.store.listRuns({
      environment: request.environment.name,
      states: ['running', 'compensating'],
    });
    const run = unfinished.at(-1);
    if (run === undefined) return undefined;
    refuseMovedRun(run, request.environment);
    if (run.kind === 'deploy' && run.state === 'running')
      refuseUnrunnable(ports.testRunners ?? {}, run.artifact, request.environment);
    const entries = await ports.store.readJournal(run.id);
    await refuseUnreadableSecrets(ports.platform, remainingSteps(ports, run, entries));
    return conductRun(ports, request, { run, entries, resumed: true, ...held });
  });
}
