import type { CodeReason } from './code-reason.ts';

/** Why the codes of deploying are what they are, and what they look like. */
export const engineExplanations = {
  SB3001: {
    why: 'Two deployments in one environment could undo each other, so a lease lets one run at a time.',
    example: 'signalbox deploy vip --env prod\nerror SB3001: run_0mwq… holds prod until 12:12:25.',
  },
  SB3002: {
    why: 'Credentials and environments are kept apart. When they do not belong together, the first write would reach the wrong organisation.',
    example: 'error SB3002: The credential belongs to organisation dev, prod is pinned to 5e1a….',
  },
  SB3003: {
    why: 'A process died in the middle of that run. What became of its last write is not known before somebody settles it.',
    example: 'signalbox resume --env prod',
  },
  SB3004: {
    why: 'A held run stopped half-way and keeps its objects, so that nobody builds on a state that nobody decided on.',
    example: 'signalbox deploy both --env dev --supersede run_0mwq…',
  },
  SB3005: {
    why: 'What was approved is a decision: objects, fields, values before and after. Planned again from fresh reads it came out differently, so the approval does not cover it.',
    example:
      'signalbox simulate vip --env prod --out new.json\nsignalbox explain-change approved.json new.json --env prod',
  },
  SB3007: {
    why: 'The platform lets one person at a time edit some objects. Writing over an open edit would lose it.',
    example: 'flow/inboundcall/Main is locked by Hanna Okafor.',
  },
  SB3008: {
    why: 'A worker that paused too long may have been replaced already. It stops before it writes anything more.',
    example: 'signalbox resume --env prod',
  },
  SB3011: {
    why: 'Somebody changed the same fields after the deployment, or made something that needs what would be deleted. Taking the deployment back would trample that.',
    example: 'signalbox rollback run_0mwq… --only routing_queue/Billing',
  },
  SB3014: {
    why: 'Fields outside the plan are merged; this one is in the plan and has a value that nobody decided on.',
    example: 'routing_queue/Billing: acwSettings.timeoutMs is 7000 instead of 5000.',
  },
  SB3015: {
    why: 'Everything that was written is read again. The platform kept something else: a rule of its own, or an edit in the same moment.',
    example: 'routing_queue/Billing: serviceLevel.percentage is 0.8 instead of 0.85.',
  },
  SB3017: {
    why: 'An answer was lost, and reading does not tell whether the write took effect. Repeating it could do it twice.',
    example: 'signalbox show run_0mwq…',
  },
  SB3020: {
    why: 'The steps did what they should, but what the author expected of the whole does not hold.',
    example: `- name: every VIP queue allows a minute\n  assert: 'resources("routing_queue").all(q, q.acwSettings.timeoutMs >= 60000)'`,
  },
  SB3021: {
    why: 'Permissions are looked at before the first write, so that a deployment does not fail half-way for lack of one.',
    example: 'routing:queue:edit is missing for routing_queue/Billing.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
