import { fieldShapes } from '../../catalog/field-shapes/index.ts';
import { catalogue } from '../../catalog/index.ts';
import { hasErrors } from '../../core/index.ts';
import { checkEnvironmentFiles, loadProject, validateProject } from '../../project/index.ts';
import {
  amountOf,
  diagnosticsToHuman,
  diagnosticsToJson,
  diagnosticsToJunit,
  diagnosticsToMarkdown,
  diagnosticsToSarif,
} from '../../views/index.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { knownCodes } from '../explanations/known-codes.ts';
import { print } from '../terminal/print.ts';
import { version } from '../version.ts';
import { machineClock } from '../wiring/machine.ts';

/** `signalbox validate`: checks every file of the project, offline and without a store. */
export async function runValidate(context: CommandContext): Promise<ExitCode> {
  const loaded = loadProject(context.projectDirectory, catalogue);
  const today = new Date(machineClock.now()).toISOString();
  const diagnostics = [...validateProject(loaded, catalogue, fieldShapes), ...checkEnvironmentFiles(loaded, today)];
  const checked = `${loaded.project.name} (${amountOf(loaded.environments.length, 'environment')}, ${amountOf(loaded.documents.length, 'document')}, ${amountOf(loaded.changesets.length, 'changeset')})`;
  print(context, {
    human: () => diagnosticsToHuman(context.screen, diagnostics, checked),
    json: () => diagnosticsToJson(diagnostics),
    markdown: () => diagnosticsToMarkdown(diagnostics, checked),
    sarif: () => diagnosticsToSarif(diagnostics, version, (code) => knownCodes.get(code)),
    junit: () => diagnosticsToJunit(diagnostics, `validate ${loaded.project.name}`),
  });
  return Promise.resolve(hasErrors(diagnostics) ? exitCodes.error : exitCodes.fine);
}
