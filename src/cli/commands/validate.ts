import { catalogue } from '../../catalog/index.ts';
import { hasErrors } from '../../core/index.ts';
import { loadProject, validateProject } from '../../project/index.ts';
import { diagnosticsToHuman, diagnosticsToJson, diagnosticsToJunit, diagnosticsToMarkdown, diagnosticsToSarif } from '../../views/index.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { version } from '../version.ts';

/** `signalbox validate`: checks every file of the project, offline and without a store. */
export async function runValidate(context: CommandContext): Promise<ExitCode> {
  const loaded = loadProject(context.projectDirectory, catalogue);
  const diagnostics = validateProject(loaded, catalogue);
  const checked = `${loaded.project.name} (${loaded.environments.length} environments, ${loaded.documents.length} documents, ${loaded.changesets.length} changesets)`;
  print(context, {
    human: () => diagnosticsToHuman(context.screen, diagnostics, checked),
    json: () => diagnosticsToJson(diagnostics),
    markdown: () => diagnosticsToMarkdown(diagnostics, checked),
    sarif: () => diagnosticsToSarif(diagnostics, version),
    junit: () => diagnosticsToJunit(diagnostics, `validate ${loaded.project.name}`),
  });
  return Promise.resolve(hasErrors(diagnostics) ? exitCodes.error : exitCodes.fine);
}
