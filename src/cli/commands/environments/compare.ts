import { catalogue } from '../../../catalog/index.ts';
import type { NotCompared } from '../../../core/compare/index.ts';
import type { Mode, ResourceDescriptor } from '../../../core/resource/index.ts';
import { compareEnvironments } from '../../../engine/compare/index.ts';
import { declaredDifferences, type LoadedEnvironment } from '../../../project/index.ts';
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
import { readSide } from './sides.ts';

/** `signalbox compare`: two environments side by side, with read credentials only or from exported folders. */
export async function runCompare(context: CommandContext, options: CompareOptions): Promise<ExitCode> {
  keepHeapSmall();
  refuseUnknownTypes(options.type ?? []);
  const workspace = openWorkspace(context);
  const [left, right] = [workspace.environment(options.left), workspace.environment(options.right)];
  if (left.name === right.name)
    throw cliError('SB6001', `${left.name} is compared with itself`, { remedy: 'Name two environments.' });
  const folders = savedFolders(options.saved ?? [], [left.name, right.name]);
  const { types, leftOut } = chosenTypes(options.type, [left, right]);
  const comparison = await withScratch(async (scratch) => {
    const request = (environment: LoadedEnvironment) => ({
      environment,
      types,
      scratch,
      folder: folders.get(environment.name),
    });
    const sides = {
      left: await readSide(context, request(left)),
      right: await readSide(context, request(right)),
    };
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

/** `--saved uat` reads environments/uat/live, `--saved uat=folder` that folder. SB6001 for environments not compared. */
function savedFolders(given: readonly string[], names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    given.map((text) => {
      const at = text.indexOf('=');
      const name = at < 0 ? text : text.slice(0, at);
      if (!names.includes(name))
        throw cliError('SB6001', `--saved ${text} names no environment that is compared (${names.join(', ')})`);
      return [name, at < 0 ? `environments/${name}/live` : text.slice(at + 1)];
    }),
  );
}

/**
 * Types to compare: those that were named, else what both environments manage, seed or observe and what is not each
 * environment's own.
 */
function chosenTypes(
  named: readonly string[] | undefined,
  environments: readonly LoadedEnvironment[],
): { readonly types: readonly string[]; readonly leftOut: readonly NotCompared[] } {
  if (named !== undefined) return { types: named, leftOut: [] };
  const kept = catalogue.types
    .flatMap((type) => catalogue.find(type) ?? [])
    .filter((descriptor) => environments.every((environment) => isKept(descriptor, environment)));
  const isOwn = ({ type, portability }: ResourceDescriptor): boolean =>
    environments.some(({ rules }) => (rules.portability?.[type] ?? portability) === 'environment');
  return {
    types: kept.filter((descriptor) => !isOwn(descriptor)).map(({ type }) => type),
    leftOut: kept
      .filter(isOwn)
      .map(({ type }) => ({ type, because: 'every environment has its own (--type compares them)', addresses: [] })),
  };
}

function isKept({ type, shape, defaultMode }: ResourceDescriptor, { rules }: LoadedEnvironment): boolean {
  const given: Mode | undefined = rules.modes[type];
  const mode = given ?? defaultMode;
  if (mode === 'reference') return false;
  return shape.kind === 'object' || mode !== 'observe' || given !== undefined;
}
