import { SignalboxError, type Diagnostic, type ErrorCodeMeaning, type ErrorContext } from '../../core/index.ts';
import type { Severity, SourceLocation } from '../../core/index.ts';

/** What can stand in the way of making a changeset out of what changed in Git, and what is said about it. */
export const gitErrorCodes = {
  SB2050: {
    summary: 'Git can not be asked.',
    remedy: 'Install git, and run the command in a clone of the repository that this user may read.',
  },
  SB2051: {
    summary: 'A revision is not known.',
    remedy: 'Name a commit, branch or tag that git rev-parse knows here; fetch it first where it is on a server only.',
  },
  SB2052: {
    summary: 'The history between two revisions is not there.',
    remedy:
      'Fetch all of it: git fetch --unshallow, or fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab), fetchDepth: 0 (Azure), depth: full (Bitbucket).',
  },
  SB2053: {
    summary: 'It can not be told which object was renamed to which.',
    remedy: 'Say it with --renamed "type/old name=new name", or with --renamed "type/old name=" that it is gone.',
  },
  SB2054: {
    summary: 'A file could not be read as it was at the earlier revision.',
    remedy:
      'Nothing is to be done where the file is still there: all of it is ensured. Otherwise delete its object with a changeset of your own.',
  },
  SB2055: {
    summary: 'A shared document was deleted, and an environment still has one of its own.',
    remedy: 'Delete that file, too, or leave it where the object shall live on in that environment only.',
  },
  SB2056: {
    summary: 'What changed in a file does not change its object.',
    remedy: 'Nothing is to be done if that was meant. The message says what would have to be different.',
  },
  SB2057: {
    summary: 'Files that are not committed are no part of the change.',
    remedy: 'Commit them, or give --to . for the files as they are.',
  },
  SB2058: {
    summary: 'A change lacks its owner, reason or work item.',
    remedy:
      'Give --owner, --reason or --work-item, or a line such as "Work-Item: CC-1423" in the pull request or a commit; changes.require in signalbox.yaml says what must be there.',
  },
  SB2059: {
    summary: 'What is told of a change that was made out of Git.',
    remedy: 'Nothing is to be done if that was meant.',
  },
} as const satisfies Record<string, ErrorCodeMeaning>;

/** Codes of what concerns Git. */
export type GitErrorCode = keyof typeof gitErrorCodes;

/** The error of a code, with the code's remedy. */
export function gitError(
  code: GitErrorCode,
  message: string,
  context: ErrorContext = {},
  cause?: unknown,
): SignalboxError<GitErrorCode> {
  return new SignalboxError({ code, message, remedy: gitErrorCodes[code].remedy, context, cause });
}

/** What is said about a change without stopping it. */
export function gitNotice(
  code: GitErrorCode,
  severity: Exclude<Severity, 'error'>,
  summary: string,
  source?: SourceLocation,
): Diagnostic {
  const { summary: detail, remedy } = gitErrorCodes[code];
  return { code, severity, summary, detail, remedy, ...(source === undefined ? {} : { source }) };
}
