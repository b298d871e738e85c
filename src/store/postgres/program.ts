import { spawn } from 'node:child_process';
import { runAs, type Account } from './account.ts';

/** How a program ended and what it said. */
export interface ProgramResult {
  readonly exitCode: number | undefined;
  /** Standard output and error, in the order they came. */
  readonly output: string;
}

/** Runs a program of PostgreSQL under the account to its end; never throws. */
export function runProgram(path: string, args: readonly string[], account: Account): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(path, args, {
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...runAs(account),
    });
    const take = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ exitCode: undefined, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ exitCode: code ?? undefined, output }));
  });
}

/** Our environment without what would point PostgreSQL elsewhere (PGDATA, PGPORT…), and with English messages. */
export function programEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LANG: 'C', LC_ALL: 'C' };
}
