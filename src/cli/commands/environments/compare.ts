import { catalogue } from '../../../catalog/index.ts';
import { compareEnvironments } from '../../../engine/compare/index.ts';
import { declaredDifferences } from '../../../project/index.ts';
import {
  comparisonToHuman,
  comparisonToJson,
  comparisonToJunit,
  comparisonToMarkdown,
  comparisonToSarif,
} from '../../../views/compare/index.ts';
import type { CompareOptions } from '../../arguments/environments.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { version } from '../../version.ts';
import { refuseUnknownTypes } from '../../wiring/known-types.ts';
import { machineClock } from '../../wiring/machine.ts';
import { withScratch } from '../../wiring/scratch-file.ts';
import { keepHeapSmall } from '../../wiring/small-heap.ts';
import { openWorkspace } from '../../wiring/workspace.ts';
import { chosenTypes } from './chosen-types.ts';
import { compareInstants } from './compare-instants.ts';
import { openSides } from './sides.ts';

/**
 * `signalbox compare`: two environments side by side, or one at two instants, with read credentials only or from what was
 * saved. SB6001 for flags that do not go together.
 */
export async function runCompare(context: CommandContext, options: CompareOptions): Promise<ExitCode> {
  keepHeapSmall();
  refuseUnknownTypes(options.type ?? []);
  const { right, since } = options;
  const remedy = 'Name two environments, or one with --since <snapshot>.';
  if (right !== undefined && (since ?? options.until) !== undefined)
    throw cliError('SB6001', '--since and --until are for one environment', { remedy });
  if (right !== undefined) return compareTwo(context, { ...options, right });
  if (options.saved !== undefined) throw cliError('SB6001', '--saved is for two environments', { remedy });
  if (since === undefined) throw cliError('SB6001', `Nothing is given to compare ${options.left} with`, { remedy });
  return compareInstants(context, { ...options, since });
}

async function compareTwo(
  context: CommandContext,
  options: CompareOptions & { readonly right: string },
): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const [left, right] = [workspace.environment(options.left), workspace.environment(options.right)];
  const { types, leftOut } = chosenTypes(options.type, [left, right]);
  const comparison = await withScratch(async (scratch) => {
    const { saved } = options;
    const sides = await openSides(context, { environments: [left, right], types, saved, scratch });
    const declarations = declaredDifferences(workspace.loaded, { left, right }, catalogue);
    const now = new Date(machineClock.now()).toISOString();
    const found = compareEnvironments({ ...sides, catalogue, declarations, now, scratch });
    return { ...found, notCompared: [...found.notCompared, ...leftOut] };
  });
  print(context, {
    human: () => comparisonToHuman(context.screen, comparison),
    json: () => comparisonToJson(comparison),
    markdown: () => comparisonToMarkdown(comparison),
    sarif: () => comparisonToSarif(comparison, version),
    junit: () => comparisonToJunit(comparison),
  });
  return options.detailedExitcode === true && comparison.total.undeclared > 0 ? exitCodes.changes : exitCodes.fine;
}
