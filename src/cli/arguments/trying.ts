import { type Command } from 'commander';
import { wholeNumber } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox simulator`. */
export interface SimulatorOptions {
  readonly port: number;
  readonly host: string;
  readonly world?: string;
  readonly seed?: string;
  readonly load?: string;
  readonly from?: string;
  readonly save?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly rateLimit?: number;
}

/** `signalbox demo`. */
export interface DemoOptions {
  readonly keep?: boolean;
}

/** Adds the commands that need no real organisation: simulator, demo. */
export function addTryingCommands(program: Command, runner: Runner): void {
  const simulator = program
    .command('simulator')
    .description('run a simulated Genesys Cloud on this machine until it is stopped')
    .option('--port <number>', 'port to listen on; 0 takes a free one', wholeNumber(0), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--world <size or file>',
      'small, medium, large or 12000-objects to make up the contents of one; or a JSON file with organisations, clients and people; three empty organisations by default',
    )
    .option('--seed <text>', 'what ids, names and contents are made from; the same text gives the same world')
    .option(
      '--from <folder>',
      'rebuild what an export or a project describes, by requests to the API: an organisation for each environment of a project, or for one exported folder',
    )
    .option('--load <file>', 'start with the state that was saved in a file')
    .option('--save <file>', 'save the state to a file at the end')
    .option('--tls-cert <file>', 'certificate in PEM form, to serve HTTPS beside HTTP on the same port')
    .option('--tls-key <file>', 'private key of the certificate in PEM form')
    .option('--rate-limit <number>', 'requests per minute and client', wholeNumber(1));
  perform<SimulatorOptions>(simulator, runner, [], async () => (await import('../commands/simulator.ts')).runSimulator);

  const demo = program
    .command('demo')
    .description('watch a change travel through three simulated organisations')
    .option('--keep', 'leave the simulator running at the end');
  perform<DemoOptions>(demo, runner, [], async () => (await import('../commands/demo.ts')).runDemo);
}
