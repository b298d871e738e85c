import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OpenStore } from '../../store/index.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { createWireClient, type WireClient } from './reading/wire-client.ts';
import { createNarrator, type Narrator } from './telling/narrator.ts';
import type { CommandLine } from './telling/run-command.ts';
import { auditor, credentialVariables, demoOrganisations, type DemoEnvironment } from './world/organisations.ts';
import { startSimulator, type SimulatorProcess } from './world/simulator-process.ts';
import { createSteering, type Steering } from './world/steering.ts';

/** Where the story plays: a project of its own, its store, and the simulator. */
export interface Stage {
  readonly narrator: Narrator;
  readonly stop: AbortSignal;
  readonly commandLine: CommandLine;
  /** The copy of the example. */
  readonly project: string;
  readonly simulator: SimulatorProcess;
  readonly steering: Steering;
  /** The organisations as the demo itself looks at them. */
  readonly eyes: Readonly<Record<DemoEnvironment, WireClient>>;
  readonly store: OpenStore;
  /** True makes one claim false, by an edit behind the demo's back: the demo has to notice. */
  readonly isSabotaged: boolean;
  /** Ends and removes all of it, or only lets go of the simulator. */
  readonly close: (keep: boolean) => Promise<void>;
}

/** How long a request may take here. A died deployment can be taken over after four times as long. */
const requestTimeoutSeconds = 2;

/** Sets everything up in a new temporary directory; nothing stays when that fails. */
export async function openStage(context: CommandContext): Promise<Stage> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'signalbox-demo-')));
  const closing: (() => Promise<void> | void)[] = [() => rmSync(directory, { recursive: true, force: true })];
  const closeAll = async (): Promise<void> => {
    for (const close of closing.toReversed()) await close();
  };
  try {
    // PostgreSQL refuses to run as root and gets an account of its own then, which has to come in.
    chmodSync(directory, 0o755);
    const commandLine = commandLineOf(context, directory);
    const simulator = await startSimulator(commandLine, directory);
    closing.push(simulator.stop);
    const project = copyExample(directory, simulator.url);
    const store = await openProjectStore(project);
    // Its data lies elsewhere where PostgreSQL's account can not come in.
    closing.push(() => rmSync(store.place, { recursive: true, force: true }), store.close);
    const steering = createSteering(simulator.url);
    return {
      narrator: createNarrator(context.terminal),
      stop: context.terminal.stop,
      commandLine,
      project,
      simulator,
      steering,
      store,
      eyes: await openEyes(simulator.url, steering),
      isSabotaged: context.terminal.environment['SIGNALBOX_DEMO_SABOTAGE'] !== undefined,
      close: async (keep) => {
        if (!keep) return closeAll();
        simulator.release();
        await store.close();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The same program as this process, with nothing of the user's own set-up: the demo works on simulated organisations only. */
function commandLineOf(context: CommandContext, directory: string): CommandLine {
  const foreign = /^(?:DATABASE_URL$|SIGNALBOX_|GENESYSCLOUD_|FORCE_COLOR$|(?:https?|all)_proxy$)/iu;
  const own = Object.entries(context.terminal.environment).filter(([name]) => !foreign.test(name));
  return {
    program: process.execPath,
    before: [...process.execArgv, process.argv[1] ?? ''],
    environment: {
      ...Object.fromEntries(own),
      ...credentialVariables(),
      NO_COLOR: '1',
      // More than a dozen processes run the same sources: only the first compiles them.
      NODE_COMPILE_CACHE: join(directory, 'compiled'),
    },
  };
}

function copyExample(directory: string, url: string): string {
  const project = join(directory, 'contact-centre');
  cpSync(findExample(), project, { recursive: true });
  for (const { environment } of demoOrganisations) {
    const file = join(project, `environments/${environment}.yaml`);
    const connection = `connection:\n  apiUrl: ${url}\n  loginUrl: ${url}\n  requestTimeoutSeconds: ${requestTimeoutSeconds}\n`;
    writeFileSync(file, readFileSync(file, 'utf8').replace('connection:\n', connection));
  }
  return project;
}

function findExample(): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const example = join(folder, 'examples/contact-centre');
    if (existsSync(join(example, 'signalbox.yaml'))) return example;
  }
  throw cliError('SB6020', 'There is no examples/contact-centre above this program');
}

/** The store stays open while the story lasts, so that PostgreSQL is started once and is stopped at the end whatever happens. */
async function openProjectStore(project: string): Promise<OpenStore> {
  const { openStore } = await import('../../store/index.ts');
  return openStore({ directory: join(project, '.signalbox'), databaseUrl: '' });
}

async function openEyes(url: string, steering: Steering): Promise<Readonly<Record<DemoEnvironment, WireClient>>> {
  const open = async (id: string): Promise<WireClient> =>
    createWireClient(url, await steering.logIn(id, auditor.email));
  const clients = await Promise.all(
    demoOrganisations.map(async ({ environment, id }) => [environment, await open(id)]),
  );
  return Object.fromEntries(clients) as Record<DemoEnvironment, WireClient>;
}
