import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { createSimulator, type OrganisationSeed, type Simulator } from '../../src/simulator/index.ts';
import { openTestStore } from '../../src/store/testing/index.ts';

/** The environments that every story has, in order of promotion. */
const environments = ['dev', 'uat', 'prod'] as const;

/** Where a story takes place: a project directory, three simulated organisations, a database of its own. */
export interface StoryWorld {
  readonly directory: string;
  readonly simulator: Simulator;
  readonly url: string;
  /**
   * Runs a shell command line in the project; `signalbox` is the command line from source, and `signalbox_until TEXT …`
   * ends it with SIGTERM once it printed the text.
   */
  readonly run: (command: string) => Promise<string>;
  readonly write: (path: string, content: string) => void;
  readonly close: () => Promise<void>;
}

/** Opens the stage of a story: a project whose environments point at simulated organisations, and nothing else. */
export async function openStoryWorld(): Promise<StoryWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-story-'));
  const simulator = createSimulator({ seed: 'story', organisations: environments.map(organisationSeed) });
  const listening = await simulator.listen({ port: 0 });
  const store = await openTestStore();
  const variables = { ...commandVariables(), ...store.environment };
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  write(
    'signalbox.yaml',
    stringify({
      apiVersion: 'signalbox/v1',
      kind: 'Project',
      metadata: { name: 'story' },
      environments: [...environments],
    }),
  );
  for (const name of environments)
    write(
      `environments/${name}.yaml`,
      stringify(environmentFile(name, simulator.organisation(name).id, listening.url)),
    );
  return {
    directory,
    simulator,
    url: listening.url,
    run: (command) => runCommand(command, directory, variables),
    write,
    close: async () => {
      await listening.close();
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function organisationSeed(name: string): OrganisationSeed {
  return {
    name,
    clients: ['read', 'write'].map((kind) => ({ id: `${name}-${kind}`, secret: `${name}-${kind}-secret` })),
    humans: [{ name: 'Hanna Okafor', email: `hanna@${name}.example` }],
    settings: { rateLimitPerMinute: 10_000 },
  };
}

function environmentFile(name: string, id: string, url: string): object {
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Environment',
    metadata: { name },
    organisation: { id, region: 'mypurecloud.ie' },
    connection: {
      apiUrl: url,
      credentials: { read: `env:${name.toUpperCase()}_READ`, write: `env:${name.toUpperCase()}_WRITE` },
    },
    values: { name },
    labels: [{ type: 'routing_queue', name: 'VIP *', labels: { tier: 'vip' } }],
  };
}

function commandVariables(): Readonly<Record<string, string>> {
  const credentials = environments.flatMap((name) =>
    ['read', 'write'].flatMap((kind) => {
      const prefix = `${name}_${kind}`.toUpperCase();
      return [
        [`${prefix}_CLIENT_ID`, `${name}-${kind}`],
        [`${prefix}_CLIENT_SECRET`, `${name}-${kind}-secret`],
      ];
    }),
  );
  return { ...Object.fromEntries(credentials), NO_COLOR: '1', COLUMNS: '80', SIGNALBOX_USER: 'dana' };
}

/** What the command printed: standard output, then standard error with `! ` before each line, then the exit code unless 0. */
function runCommand(command: string, directory: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const program = `'${process.execPath}' '${main}' "$@"`;
  const untilText = `text="$1"; shift; ${program} > .out & until grep -q "$text" .out; do kill -0 $! || break; sleep 0.1; done; kill $!; wait $!; cat .out`;
  const script = `signalbox() { ${program}; }\nsignalbox_until() { ${untilText}; }\n${command}`;
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', script], {
      cwd: directory,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const errors = output.err.trimEnd() === '' ? '' : `${output.err.trimEnd().replaceAll(/^/gmu, '! ')}\n`;
      resolve(`${output.out}${errors}${code === 0 ? '' : `[exit ${code}]\n`}`);
    });
  });
}
