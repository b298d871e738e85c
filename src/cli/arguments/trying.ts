import { type Command } from 'commander';
import { wholeNumber } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox simulator`. */
export interface SimulatorOptions {
  readonly port: number;
  readonly host: string;
  readonly world?: string;
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
    .option('--world <file>', 'JSON file with organisations, clients and people; three empty organisations by default')
    .option('--rate-limit <number>', 'requests per minute and client', wholeNumber(1));
  perform<SimulatorOptions>(simulator, runner, [], async () => (await import('../commands/simulator.ts')).runSimulator);

  const demo = program
    .command('demo')
    .description('watch a change travel through three simulated organisations')
    .option('--keep', 'leave the simulator running at the end');
  perform<DemoOptions>(demo, runner, [], async () => (await import('../commands/demo.ts')).runDemo);
}
