import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, IdSource } from '../../engine/index.ts';

/** The machine's clock. */
export const machineClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
  },
};

/** Ids that sort by the time they were made: `run_` and 20 characters. */
export const machineIds: IdSource = {
  next: (prefix) => {
    const start = prefix.endsWith('_') ? prefix : `${prefix}_`;
    return `${start}${Date.now().toString(36).padStart(9, '0')}${randomBytes(6).toString('hex').slice(0, 11)}`;
  },
};

const actorVariables = [
  'SIGNALBOX_USER',
  'GITHUB_ACTOR',
  'GITLAB_USER_LOGIN',
  'BUILD_REQUESTEDFOR',
  'CHANGE_AUTHOR',
  'BITBUCKET_STEP_TRIGGERER_UUID',
  'CIRCLE_USERNAME',
];

/** Who runs the command, for the record: what the CI system says, otherwise the account on this machine. */
export function actorOf(environment: Readonly<Record<string, string | undefined>>): string {
  for (const name of actorVariables) {
    const value = environment[name];
    if (value !== undefined && value !== '') return value;
  }
  return accountName();
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no account.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
