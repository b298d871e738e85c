import { spawnSync } from 'node:child_process';
import { gitError } from './errors.ts';

/** What Git answered. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly bytes: Buffer;
  /** The answer as text without the line end. */
  readonly text: string;
  /** What Git complained of. */
  readonly complaint: string;
}

/** Asks Git in one folder; whatever it asks changes nothing. */
export type Git = (args: readonly string[], input?: string) => GitAnswer;

/** The most bytes one answer may have: all documents of a large project together. */
const maxBuffer = 2 ** 30;

/** Git in the folder. Errors: SB2050 when there is no git, or the folder is in no repository that it reads. */
export function openGit(directory: string): Git {
  const git: Git = (args, input) => ask(directory, args, input);
  const { ok, complaint } = git(['rev-parse', '--git-dir']);
  if (!ok) throw gitError('SB2050', `Git does not read ${directory}: ${complaint}.`, { directory });
  return git;
}

/** The answer to a question that has one. Errors: SB2050 with what Git complained of. */
export function answerOf(git: Git, args: readonly string[], input?: string): GitAnswer {
  const answer = git(args, input);
  if (!answer.ok) throw gitError('SB2050', `git ${args[0] ?? ''} failed: ${answer.complaint}.`, { args });
  return answer;
}

function ask(directory: string, args: readonly string[], input: string | undefined): GitAnswer {
  const done = spawnSync('git', ['-c', 'log.showSignature=false', ...args], {
    cwd: directory,
    maxBuffer,
    // Messages are shown to people and never compared; an index that is merely looked at is not rewritten.
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
    ...(input === undefined ? {} : { input }),
  });
  if (done.error !== undefined) {
    const isMissing = (done.error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = isMissing ? 'there is no git on the PATH' : done.error.message;
    throw gitError('SB2050', `Git can not be started: ${why}.`, { directory }, done.error);
  }
  const complaint = done.stderr.toString('utf8').trim().split('\n')[0]?.replace(/\.$/u, '') ?? '';
  return { ok: done.status === 0, bytes: done.stdout, text: done.stdout.toString('utf8').trimEnd(), complaint };
}
