import { catalogue } from '../../catalog/index.ts';
import { hasErrors, type Diagnostic } from '../../core/index.ts';
import { loadProject, type LoadedEnvironment, type LoadedProject } from '../../project/index.ts';
import { diagnosticsToHuman } from '../../views/index.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';

/** The project's files, read and checked. */
export interface Workspace {
  readonly loaded: LoadedProject;
  /** The environment of that name; SB6003 when there is none. */
  readonly environment: (name: string) => LoadedEnvironment;
}

/**
 * Opens the project of the command. Errors in `signalbox.yaml`, an environment's file or a policy are printed and stop with
 * SB6010; errors elsewhere stop only what uses those files.
 */
export function openWorkspace(context: CommandContext): Workspace {
  const loaded = loadProject(context.projectDirectory, catalogue);
  return {
    loaded,
    environment: (name) => {
      refuseErrors(
        context,
        loaded.diagnostics.filter(({ source }) => source !== undefined && isRuleFile(source.file, name)),
      );
      const found = loaded.environments.find((environment) => environment.name === name);
      if (found !== undefined) return found;
      const known = loaded.environments.map((environment) => environment.name);
      throw cliError(
        'SB6003',
        `The project has no environment ${name}; it has ${known.length === 0 ? 'none' : known.join(', ')}`,
      );
    },
  };
}

/** What decides how plans for an environment are made and judged; a policy that can not be read must not be passed by. */
function isRuleFile(file: string, environment: string): boolean {
  return file === 'signalbox.yaml' || file === `environments/${environment}.yaml` || /^policies\/[^/]+$/u.test(file);
}

/** Prints the diagnostics and throws SB6010 when at least one of them is an error. */
export function refuseErrors(context: CommandContext, diagnostics: readonly Diagnostic[]): void {
  if (!hasErrors(diagnostics)) return;
  const { terminal } = context;
  terminal.log(
    diagnosticsToHuman(
      { ...terminal.logScreen, unfolded: context.verbose },
      diagnostics,
      'The files of the project',
    ).trimEnd(),
  );
  throw cliError('SB6010', 'The files of the project have errors; nothing was done');
}
