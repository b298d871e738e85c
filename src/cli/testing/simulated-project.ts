import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Listening, type Simulator } from '../../simulator/index.ts';
import { runHere } from './run-here.ts';
import { runCli, type CliOptions, type CliResult } from './run-cli.ts';

/** A project of one environment, `dev`, whose organisation is simulated. */
export interface SimulatedProject {
  readonly directory: string;
  readonly simulator: Simulator;
  /** Runs a command line in the project, as a process of its own. */
  readonly run: (commandLine: readonly string[], options?: CliOptions) => Promise<CliResult>;
  /** The same within this process. */
  readonly runHere: (commandLine: readonly string[]) => Promise<CliResult>;
  /** Writes a changeset of these actions, as YAML lines. */
  readonly writeChange: (name: string, actions: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Makes the project and its organisation; `connection` are more YAML lines of the environment's connection. */
export async function openSimulatedProject(connection: readonly string[] = []): Promise<SimulatedProject> {
  const directory = await mkdtemp(join(tmpdir(), 'sb-project-'));
  const simulator = createSimulator({
    organisations: [
      { name: 'dev', clients: [{ id: 'dev', secret: 'dev-secret' }], settings: { rateLimitPerMinute: 100_000 } },
    ],
  });
  const listening = await simulator.listen({ port: 0 });
  await mkdir(join(directory, 'environments'));
  await mkdir(join(directory, 'changesets'));
  await writeFile(join(directory, 'signalbox.yaml'), lines(head('Project', 'trial'), ['environments: [dev]']));
  await writeFile(
    join(directory, 'environments/dev.yaml'),
    lines(head('Environment', 'dev'), environmentLines(simulator, listening, connection)),
  );
  await writeFile(join(directory, 'dev.json'), JSON.stringify({ clientId: 'dev', clientSecret: 'dev-secret' }));
  return {
    directory,
    simulator,
    run: (commandLine, options) =>
      runCli([...commandLine, '--project', directory], {
        ...options,
        env: { SIGNALBOX_USER: 'dana', ...options?.env },
      }),
    runHere: (commandLine) => runHere([...commandLine, '--project', directory], { env: { SIGNALBOX_USER: 'dana' } }),
    writeChange: (name, actions) =>
      writeFile(
        join(directory, `changesets/${name}.yaml`),
        lines(
          ['apiVersion: signalbox/v1', 'kind: Changeset'],
          [`metadata: { name: ${name}, owner: dana@example.com, reason: a trial, workItem: T-1 }`],
          ['spec:', '  actions:', ...actions.map((action) => `    - ${action}`)],
        ),
      ),
    close: async () => {
      await listening.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function head(kind: string, name: string): readonly string[] {
  return ['apiVersion: signalbox/v1', `kind: ${kind}`, `metadata: { name: ${name} }`];
}

function environmentLines(
  simulator: Simulator,
  listening: Listening,
  connection: readonly string[],
): readonly string[] {
  return [
    `organisation: { id: ${simulator.organisation('dev').id}, region: mypurecloud.ie }`,
    'connection:',
    '  credentials: { read: file:dev.json, write: file:dev.json }',
    ...(connection.length === 0 ? [`apiUrl: ${listening.url}`] : connection).map((line) => `  ${line}`),
  ];
}

function lines(...parts: readonly (readonly string[])[]): string {
  return `${parts.flat().join('\n')}\n`;
}
