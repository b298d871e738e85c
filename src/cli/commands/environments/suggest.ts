import { catalogue } from '../../../catalog/index.ts';
import { suggestMappings } from '../../../core/suggest/index.ts';
import { gatherUnmatched } from '../../../engine/compare/index.ts';
import { suggestionsToHuman, suggestionsToJson, suggestionsToMarkdown } from '../../../views/suggest/index.ts';
import type { SuggestOptions } from '../../arguments/environments.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { refuseUnknownTypes } from '../../wiring/known-types.ts';
import { withScratch } from '../../wiring/scratch-file.ts';
import { openWorkspace } from '../../wiring/workspace.ts';
import { chosenTypes, counterpartTypes } from './chosen-types.ts';
import { openSides } from './sides.ts';

/** `signalbox mappings suggest`: proposes mappings that one environment lacks for another. Reads only, changes nothing. */
export async function runSuggest(context: CommandContext, options: SuggestOptions): Promise<ExitCode> {
  refuseUnknownTypes(options.type ?? []);
  const workspace = openWorkspace(context);
  const environments = [workspace.environment(options.left), workspace.environment(options.right)] as const;
  const { types } = chosenTypes(undefined, environments);
  const onlyUsed = counterpartTypes(types, environments);
  const all = [...new Set([...types, ...onlyUsed, ...(options.type ?? [])])];
  const found = await withScratch(async (scratch) => {
    const { left, right } = await openSides(context, { environments, types: all, saved: options.saved, scratch });
    const unmatched = gatherUnmatched({ left, right, catalogue, onlyUsed: new Set(onlyUsed) });
    const isWanted = ({ type }: { readonly type: string }): boolean => options.type?.includes(type) ?? true;
    return suggestMappings({
      ...unmatched,
      left: unmatched.left.filter(isWanted),
      environments: environments.map(({ name }) => name),
      leftMappings: left.rules.mappings,
      catalogue,
    });
  });
  const view = { ...found, left: options.left, right: options.right };
  print(context, {
    human: () => suggestionsToHuman(context.screen, view),
    json: () => suggestionsToJson(view),
    markdown: () => suggestionsToMarkdown(view),
  });
  return exitCodes.fine;
}
