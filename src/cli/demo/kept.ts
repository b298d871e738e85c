import type { Stage } from './stage.ts';
import { credentialVariables, demoOrganisations, secretOf } from './world/organisations.ts';

/** What `--keep` left running, how to use it and how to end it. All secrets in it are made up. */
export function describeKept({ simulator, project }: Stage): string {
  const clients = demoOrganisations.flatMap(({ environment, name, id }) => [
    `  ${environment}  ${name}  id ${id}`,
    ...['read', 'write'].map((use) => `       client ${environment}-${use}  secret ${secretOf(`${environment}-${use}`)}`),
  ]);
  const variables = Object.entries(credentialVariables()).map(([name, value]) => `export ${name}=${value}`);
  return [
    '',
    `The simulator goes on at ${simulator.url} (process ${simulator.pid}).`,
    ...clients,
    '',
    `The project is ${project}. To go on there:`,
    `  cd ${project}`,
    ...variables.map((line) => `  ${line}`),
    '',
    'To end and remove it:',
    `  kill ${simulator.pid}; rm -rf ${project.replace(/\/[^/]*$/u, '')}`,
    '',
  ].join('\n');
}
