import type { CodeReason } from './code-reason.ts';

/** Why changes built from Git need what they need, and what is said of them. */
export const gitExplanations = {
  SB2050: {
    why: 'What changed is asked of Git itself. Without an answer there is no change to build.',
    example: 'git -C contact-centre status',
  },
  SB2051: {
    why: 'A misspelt revision would give another change. Branches that are on a server only have to be fetched first.',
    example: 'git fetch origin main\nsignalbox build --from origin/main',
  },
  SB2052: {
    why: 'CI systems often fetch the last commit only. Where two revisions parted can not be told from that.',
    example: 'git fetch --unshallow',
  },
  SB2053: {
    why: 'A rename keeps the object and its id; a delete and a new one lose everything that used it. When files do not tell which it is, nothing is guessed.',
    example: 'signalbox build --from main --renamed "routing_queue/Billing=Invoices"',
  },
  SB2054: {
    why: 'The file was no document at the earlier revision, so what was in it is not known. What it says now is ensured as a whole; nothing can be found that it no longer says.',
    example: 'config/routing/routing_queue/billing.yaml can not be read as it was: …',
  },
  SB2055: {
    why: 'A document of one environment stands on its own. With the shared one gone, it is the only one that still wants the object.',
    example:
      'config/routing/routing_queue/lab.yaml was deleted, but environments/dev/config/lab.yaml still describes routing_queue/Lab.',
  },
  SB2056: {
    why: 'Not every change of a file is one of an object: some objects can not be deleted, and some edits mean the same. What happens to nothing is said, so that nobody waits for it.',
    example:
      'config/outbound/outbound_settings/settings.yaml was deleted, and its object stays: every organisation has its outbound settings.',
  },
  SB2057: {
    why: 'A change from Git is made of commits, because others can look at them. Edits that are not committed are left out.',
    example: 'signalbox build --from main --to .',
  },
  SB2058: {
    why: 'Whoever reads the history in a year has only what the change says of itself. Flags win over the pull request, and that over the commits.',
    example: 'git commit --trailer "Work-Item: CC-1423"',
  },
  SB2059: {
    why: 'A change made out of Git was written by nobody. What was decided on the way is said, so that a reviewer can disagree.',
    example: 'main went on after the two parted: compared with 0123456789ab, where they did',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
