import { resume } from '../../engine/index.ts';
import type { ResumeOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { conduct } from '../wiring/runs.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox resume`: settles what a died process left, then goes on or takes back. Asks nothing: it was decided before. */
export async function runResume(context: CommandContext, options: ResumeOptions): Promise<ExitCode> {
  const environment = openWorkspace(context).environment(options.env);
  return conduct(context, environment, `resuming in ${environment.name}`, ({ ports, ground }) => resume(ports, ground));
}
