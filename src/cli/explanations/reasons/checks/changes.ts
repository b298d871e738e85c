import type { CodeReason } from '../code-reason.ts';

/** Why built-in checks judge the change itself and what it has of its environment, and what they say. */
export const changeCheckExplanations = {
  SB1100: {
    why: 'A rule that stops with an error has judged nothing. Taking that for consent would let pass just what the rule was written for, so the plan is refused until the rule can be evaluated.',
    example:
      'POLICY/deletes/reported: the rule is named, and its expression is marked.\nsignalbox validate\nsignalbox policy test',
  },
  SB1101: {
    why: 'Whoever reads the history in a year has only what the change says of itself. `TODO`, `n/a`, `-` and the like say nothing.',
    example:
      'metadata: { name: vip, owner: dana@example.com, reason: TODO, workItem: CC-1423 }\n`reason` says nothing ("TODO").',
  },
  SB1102: {
    why: 'The emergency lane may pass windows and freezes by. The incident is why that is right, and where somebody looks afterwards.',
    example: 'metadata: { lane: emergency, incident: INC-4711, … }',
  },
  SB1103: {
    why: 'Nobody else can build such an artifact again, and the reviewer saw other files than those in it. Nothing is said where the origin of an artifact is not known.',
    example: 'Files of the project differed from commit 0123456789ab when it was built.',
  },
  SB1104: {
    why: 'Some deletes take a secret with them that nobody can bring back. `approvals.irreversible` says how many people have to agree to such steps; the command line alone does not count them, whoever deploys keeps to it.',
    example: 'environments/prod.yaml\napprovals: { irreversible: 2 }',
  },
  SB1105: {
    why: 'The limit on requests is shared with everything else that talks to the organisation. A deployment that fills it for an hour slows down live integrations.',
    example: '12000 requests at 180 a minute take about 67 minutes; sane is up to 60.',
  },
  SB1110: {
    why: 'An id means something in one organisation only. In the next one the text points at nothing, or at something else. Ids that were in the live text before are left alone.',
    example: 'routing_queue/Billing: callingPartyName holds 4f5f8f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b.',
  },
  SB1112: {
    why: 'Planning stops at a value that it needs. This check also finds the one that only a test after the deployment, or a branch not taken, would miss. An expression that asks `has(env.values.x)` or `env.name` first may read it.',
    example: `\`env.values.limit\` is read, and uat has no such value.\nassert: '!has(env.values.limit) || env.values.limit > 1'`,
  },
  SB1113: {
    why: 'Divisions decide who sees an object: a moved queue disappears from the supervisors who have no role in the new division.',
    example: 'routing_queue/Billing moves from auth_division/Home to auth_division/Sales.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
