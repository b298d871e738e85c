import { relative, resolve } from 'node:path';
import { catalogue } from '../../catalog/index.ts';
import { exportOrganisation, type ExportedOrganisation } from '../../engine/export/index.ts';
import { writeDocuments, type ExportResult, type LoadedEnvironment } from '../../project/index.ts';
import { exportToHuman, exportToJson, exportToMarkdown, type ExportSummary } from '../../views/index.ts';
import type { ExportOptions } from '../arguments/authoring.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { withProgress } from '../terminal/progress.ts';
import { machineClock } from '../wiring/machine.ts';
import { refuseUnknownTypes } from '../wiring/known-types.ts';
import { withReader } from '../wiring/platforms.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox export`: writes an organisation as stable files; exporting twice changes nothing. */
export async function runExport(context: CommandContext, options: ExportOptions): Promise<ExitCode> {
  const environment = openWorkspace(context).environment(options.env);
  refuseUnknownTypes(options.type ?? []);
  const into = folderOf(context, options);
  const exported = await readOrganisation(context, environment, options);
  const documents = exported.documents.filter(({ managed }) => managed || isLive(into, environment));
  const result = writeDocuments({
    projectDirectory: context.projectDirectory,
    into,
    documents,
    contents: exported.contents,
    catalogue,
    types: exported.types,
  });
  const summary = summarise(environment, into, exported, result);
  print(context, {
    human: () => exportToHuman(context.screen, summary),
    json: () => exportToJson(summary),
    markdown: () => exportToMarkdown(summary),
  });
  return exitCodes.fine;
}

/** What an organisation is, as opposed to what it should be; only there may objects without an address of their own stand. */
function isLive(into: string, environment: LoadedEnvironment): boolean {
  return into === `environments/${environment.name}/live`;
}

function folderOf(context: CommandContext, options: ExportOptions): string {
  if (options.into === undefined) return `environments/${options.env}/live`;
  return relative(context.projectDirectory, resolve(context.projectDirectory, options.into)).split('\\').join('/');
}

function readOrganisation(
  context: CommandContext,
  environment: LoadedEnvironment,
  options: ExportOptions,
): Promise<ExportedOrganisation> {
  return withProgress(context, `exporting ${environment.name}`, (emit) =>
    withReader(context, environment, emit, (reader) =>
      exportOrganisation(
        { reader, clock: machineClock, emit },
        {
          catalogue,
          organisationId: environment.rules.organisationId,
          modes: environment.rules.modes,
          pins: environment.rules.pins,
          only: options.type,
          includePeople: options.includeUsers,
        },
      ),
    ),
  );
}

function summarise(
  environment: LoadedEnvironment,
  into: string,
  exported: ExportedOrganisation,
  result: ExportResult,
): ExportSummary {
  const types = exported.types.map((type) => {
    const documents = exported.documents.filter((document) => document.type === type);
    return { type, documents: documents.length, unmanaged: documents.filter(({ managed }) => !managed).length };
  });
  return {
    environment: environment.name,
    directory: into,
    types,
    written: result.written.length,
    unchanged: result.unchanged.length,
    removed: result.removed.length,
    diagnostics: exported.diagnostics,
  };
}
