import type { CodeReason } from './code-reason.ts';

/** Why the codes of the command line are what they are, and what they look like. */
export const cliExplanations = {
  SB6002: {
    why: 'Nobody can be asked in a CI job, and writing without being asked must be said explicitly.',
    example: 'signalbox deploy vip --env prod --decision plan.json --yes',
  },
  SB6006: {
    why: 'What reaches an environment was proven in the one before: the same artifact, the same bytes.',
    example: 'signalbox deploy vip-wrap-up-db1c8734c263.artifact.json --env uat',
  },
  SB6015: {
    why: '`--decision` ties a deployment to what somebody looked at. A file that is something else, or was edited, ties it to nothing.',
    example: 'signalbox simulate vip --env prod --out plan.json\nsignalbox deploy vip --env prod --decision plan.json',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
