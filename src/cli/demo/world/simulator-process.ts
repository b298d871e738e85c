import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from '../telling/run-command.ts';
import { cliError } from '../../errors.ts';
import { demoWorld } from './organisations.ts';

/** A simulator that runs as a process of its own. */
export interface SimulatorProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends it and waits until it is gone. */
  readonly stop: () => Promise<void>;
  /** Lets it outlive this process. */
  readonly release: () => void;
}

/** Starts `signalbox simulator` with the demo's organisations and waits until it listens. SB6020 when it does not. */
export async function startSimulator(commandLine: CommandLine, directory: string): Promise<SimulatorProcess> {
  const world = join(directory, 'world.json');
  const log = join(directory, 'simulator.log');
  writeFileSync(world, JSON.stringify(demoWorld(), undefined, 2));
  const errors = openSync(log, 'a');
  // Its own process group: Ctrl-C must not take it away from commands that are coming to rest.
  const child = spawn(commandLine.program, [...commandLine.before, 'simulator', '--world', world], {
    cwd: directory,
    detached: true,
    env: commandLine.environment,
    stdio: ['ignore', 'pipe', errors],
  });
  closeSync(errors);
  // A second Ctrl-C ends this process at once; the simulator must not be left behind.
  const endAtExit = () => child.kill();
  process.once('exit', endAtExit);
  const url = await listeningAt(child, log);
  return {
    url,
    pid: child.pid ?? 0,
    stop: () => ended(child),
    release: () => {
      process.off('exit', endAtExit);
      child.stdout?.destroy();
      child.unref();
    },
  };
}

function listeningAt(child: ChildProcess, log: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = () => reject(cliError('SB6020', `The simulator did not start: ${readFileSync(log, 'utf8').trim()}`));
    child.once('error', fail);
    child.once('exit', fail);
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const url = /Simulated Genesys Cloud at (\S+)/u.exec(text)?.[1];
      if (url === undefined) return;
      child.off('exit', fail);
      resolve(url);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
