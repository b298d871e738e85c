import { relative, resolve } from 'node:path';
import { catalogue } from '../../../catalog/index.ts';
import type { Diagnostic } from '../../../core/index.ts';
import {
  openExport,
  type OrganisationExport,
  type PortableDocument,
  type Scratch,
} from '../../../engine/export/index.ts';
import { writeDocuments, type ExportResult, type LoadedEnvironment } from '../../../project/index.ts';
import { exportToHuman, exportToJson, exportToMarkdown, type ExportSummary } from '../../../views/index.ts';
import type { ExportOptions } from '../../arguments/authoring.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';
import { contentFormats } from '../../wiring/content-formats.ts';
import { machineClock } from '../../wiring/machine.ts';
import { withReader } from '../../wiring/platforms.ts';
import { withScratch } from '../../wiring/scratch-file.ts';
import { keepHeapSmall } from '../../wiring/small-heap.ts';
import { openWorkspace } from '../../wiring/workspace.ts';
import { choiceOf, type ExportFlags } from './choice.ts';

/** `signalbox export`: writes an organisation as stable files; exporting twice changes nothing. */
export async function runExport(context: CommandContext, options: ExportOptions): Promise<ExitCode> {
  keepHeapSmall();
  const environment = openWorkspace(context).environment(options.env);
  const choice = choiceOf(options);
  const into = folderOf(context, options);
  const summary = await withScratch(async (scratch) => {
    const exported = await readOrganisation(context, environment, { choice, scratch });
    const written = takeDocuments(exported, isLive(into, environment));
    const { projectDirectory } = context;
    // Everything is read by now, so a platform that fails leaves the files as they were.
    const result = await writeDocuments({
      projectDirectory,
      into,
      documents: written.documents(),
      catalogue,
      isGone: exported.isGone,
    });
    return summarise({ environment, into }, exported, { written, result });
  });
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
  { choice, scratch }: { readonly choice: ExportFlags; readonly scratch: Scratch },
): Promise<OrganisationExport> {
  const { organisationId, modes, name, neighbours, ownership, pins } = environment.rules;
  return withProgress(context, `exporting ${environment.name}`, (emit) =>
    withReader(context, environment, emit, (reader) =>
      openExport(
        { reader, clock: machineClock, emit, scratch },
        { ...choice, catalogue, organisationId, name, neighbours, modes, pins, ownership, contentFormats },
      ),
    ),
  );
}

type TypeCount = ExportSummary['types'][number];

interface TakenDocuments {
  readonly documents: () => Iterable<PortableDocument>;
  /** What the documents that were taken had to say. */
  readonly diagnostics: Diagnostic[];
  readonly counts: Map<string, TypeCount>;
}

/** The documents to write, counted as they pass. */
function takeDocuments(exported: OrganisationExport, withUnmanaged: boolean): TakenDocuments {
  const diagnostics: Diagnostic[] = [];
  const counts = new Map(
    exported.types.map((type): [string, TypeCount] => [type, { type, documents: 0, unmanaged: 0, managedBy: {} }]),
  );
  function* documents(): Generator<PortableDocument, void> {
    for (const result of exported.results()) {
      diagnostics.push(...result.diagnostics);
      if (result.document === undefined) continue;
      count(counts, result.document);
      if (result.document.managed || withUnmanaged) yield result.document;
    }
  }
  return { documents, diagnostics, counts };
}

function count(counts: Map<string, TypeCount>, { type, managed, managedBy }: PortableDocument): void {
  const before = counts.get(type) ?? { type, documents: 0, unmanaged: 0, managedBy: {} };
  counts.set(type, {
    type,
    documents: before.documents + 1,
    unmanaged: before.unmanaged + (managed ? 0 : 1),
    managedBy:
      managedBy === undefined
        ? before.managedBy
        : { ...before.managedBy, [managedBy]: (before.managedBy[managedBy] ?? 0) + 1 },
  });
}

function summarise(
  { environment, into }: { readonly environment: LoadedEnvironment; readonly into: string },
  exported: OrganisationExport,
  { written, result }: { readonly written: TakenDocuments; readonly result: ExportResult },
): ExportSummary {
  return {
    environment: environment.name,
    directory: into,
    types: exported.types.flatMap((type) => written.counts.get(type) ?? []),
    written: result.written,
    unchanged: result.unchanged,
    removed: result.removed,
    diagnostics: [...exported.diagnostics, ...written.diagnostics],
  };
}
