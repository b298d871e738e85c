import { SignalboxError } from '../../core/index.ts';
import { resume, type DeployPorts, type RunGround, type RunReport } from '../../engine/index.ts';
import type { ResumeOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { conduct } from '../wiring/runs.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox resume`: settles what a died process left, then goes on or takes back. Asks nothing: it was decided before. */
export async function runResume(context: CommandContext, options: ResumeOptions): Promise<ExitCode> {
  const environment = openWorkspace(context).environment(options.env);
  return conduct(context, environment, `resuming in ${environment.name}`, ({ ports, ground }) =>
    resumeOnceFree(context, ports, ground),
  );
}

/**
 * Waits until the lease of a process that died has run out, once. A lease that was prolonged meanwhile belongs to a
 * process that lives: then SB3001 is thrown.
 */
async function resumeOnceFree(
  context: CommandContext,
  ports: DeployPorts,
  ground: RunGround,
): Promise<RunReport | undefined> {
  try {
    return await resume(ports, ground);
  } catch (error) {
    const expiresAt =
      error instanceof SignalboxError && error.code === 'SB3001' ? error.context['expiresAt'] : undefined;
    if (typeof expiresAt !== 'number') throw error;
    const freeAt = expiresAt + ports.leasing.requestTimeoutMs;
    context.terminal.log(
      `${ground.environment.name} is still held; if its process died, it is free at ${new Date(freeAt).toISOString()}. Waiting for that.`,
    );
    await ports.clock.sleep(Math.max(0, freeAt - ports.clock.now()) + marginMs, context.terminal.stop);
    return resume(ports, ground);
  }
}

/** The store's clock decides; ours may differ a little. */
const marginMs = 500;
