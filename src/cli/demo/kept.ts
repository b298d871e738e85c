import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Stage } from './stage.ts';
import { credentialVariables, demoOrganisations, secretOf } from './world/organisations.ts';

/** Writes a shell file to go on with, and says what `--keep` left running. All secrets in it are made up. */
export function describeKept({ simulator, project, commandLine }: Stage): string {
  const directory = dirname(project);
  const shellFile = join(directory, 'play.sh');
  const program = [commandLine.program, ...commandLine.before].map(quoted).join(' ');
  const exports = Object.entries(credentialVariables()).map(([name, value]) => `export ${name}=${value}`);
  writeFileSync(shellFile, [...exports, `signalbox() { ${program} "$@"; }`, `cd ${quoted(project)}`, ''].join('\n'));
  const clients = demoOrganisations.flatMap(({ environment, name, id }) => [
    `  ${environment.padEnd(4)}  ${name}, ${id}`,
    ...['read', 'write'].map(
      (use) => `        client ${environment}-${use}, secret ${secretOf(`${environment}-${use}`)}`,
    ),
  ]);
  return [
    '',
    `The simulator goes on at ${simulator.url} (process ${simulator.pid}):`,
    ...clients,
    '',
    'To go on in the project, with the credentials set and signalbox defined:',
    `  . ${shellFile}`,
    '  signalbox history',
    '',
    'To end and remove it:',
    `  kill ${simulator.pid}; rm -rf ${directory}`,
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
