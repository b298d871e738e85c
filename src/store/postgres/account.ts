import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { storeError } from '../errors.ts';

/** The user of the machine that runs PostgreSQL. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True when it is another user than ours: files have to be made readable for it. */
  readonly isOther: boolean;
}

/** PostgreSQL refuses to run as root, so for root these are tried in turn. */
const substitutes = ['postgres', '_postgres', 'nobody'];

/** The account that PostgreSQL runs under; ours, unless we are root. Throws SB5012 where there is none. */
export function findAccount(): Account {
  const own = userInfo();
  if (own.uid !== 0) return { name: own.username, uid: own.uid, gid: own.gid, isOther: false };
  for (const name of substitutes) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined && uid > 0) return { name, uid, gid, isOther: true };
  }
  throw storeError('SB5012', `Running as root, and none of the users ${substitutes.join(', ')} exists.`);
}

/** What to give `spawn` so that a program runs under the account. */
export function runAs(account: Account): { readonly uid?: number; readonly gid?: number } {
  return account.isOther ? { uid: account.uid, gid: account.gid } : {};
}

/** True when the account can enter the directory, asked of the system by trying. */
export function canEnter(account: Account, directory: string): boolean {
  return test(account, '[ -d "$1" ] && [ -x "$1" ]', directory);
}

/** True when the account can read the file. */
export function canRead(account: Account, file: string): boolean {
  return test(account, '[ -r "$1" ]', file);
}

function test(account: Account, condition: string, path: string): boolean {
  const done = spawnSync('/bin/sh', ['-c', condition, 'sh', path], { cwd: '/', stdio: 'ignore', ...runAs(account) });
  return done.status === 0;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const asked = spawnSync('id', [flag, name], { cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const id = Number.parseInt(asked.stdout ?? '', 10);
  return asked.status === 0 && Number.isInteger(id) ? id : undefined;
}
