import { join, relative, resolve } from 'node:path';
import type { SchemasOptions } from '../arguments/authoring.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { schemaFolder, writeSchemas } from '../wiring/editor/write-schemas.ts';

/** `signalbox schemas`: writes the JSON Schemas that editors complete a project's files with. */
export async function runSchemas(context: CommandContext, options: SchemasOptions): Promise<ExitCode> {
  const { terminal, projectDirectory } = context;
  const folder = options.out === undefined ? join(projectDirectory, schemaFolder) : resolve(terminal.cwd, options.out);
  const names = writeSchemas(folder);
  const shown = relative(terminal.cwd, folder) || '.';
  terminal.write(`Wrote ${names.join(', ')} into ${shown}.

VS Code takes them by .vscode/settings.json, which signalbox init writes. Any editor
with the YAML language server takes a first line such as
# yaml-language-server: $schema=<way to ${shown}>/changeset.json
`);
  return Promise.resolve(exitCodes.fine);
}
