import { catalogue } from '../../catalog/index.ts';
import { typeSheetOf, type TypeSheet } from '../../core/resource/index.ts';
import {
  typePagesToHuman,
  typePagesToMarkdown,
  typesToHuman,
  typesToJson,
  typesToMarkdown,
} from '../../views/index.ts';
import type { TypesOptions } from '../arguments/knowing.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { refuseUnknownTypes, unknownName } from '../wiring/known-types.ts';

/** `signalbox types`: what is known of resource types; needs no project and talks to nobody. */
export async function runTypes(context: CommandContext, options: TypesOptions): Promise<ExitCode> {
  const named = options.types ?? [];
  refuseUnknownTypes(named);
  const all = catalogue.types.flatMap((type) => catalogue.find(type) ?? []).map(typeSheetOf);
  const areas = [...new Set(all.map(({ area }) => area))].toSorted();
  if (options.area !== undefined && !areas.includes(options.area)) throw unknownName('area', options.area, areas);
  const sheets = all.filter((sheet) => isWanted(sheet, named, options));
  const { screen } = context;
  print(context, {
    human: () => (named.length === 0 ? typesToHuman(screen, sheets) : typePagesToHuman(screen, sheets)),
    json: () => typesToJson(sheets),
    markdown: () => (named.length === 0 ? typesToMarkdown(sheets) : typePagesToMarkdown(sheets)),
  });
  return exitCodes.fine;
}

function isWanted(sheet: TypeSheet, named: readonly string[], { area, level }: TypesOptions): boolean {
  return (
    (named.length === 0 || named.includes(sheet.type)) &&
    (area === undefined || sheet.area === area) &&
    (level === undefined || sheet.level === level)
  );
}
