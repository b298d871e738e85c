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
  SB3006: {
    why: 'An error in a plan says that a step is wrong or can not be carried out. Doing the others would leave the change half done.',
    example: 'signalbox simulate vip --env prod',
  },
  SB3007: {
    why: 'The platform lets one person at a time edit some objects. Writing over an open edit would lose it.',
    example: 'flow/inboundcall/Main is locked by Hanna Okafor.',
  },
  SB3008: {
    why: 'A worker that paused too long may have been replaced already. It stops before it writes anything more.',
    example: 'signalbox resume --env prod',
  },
  SB3009: {
    why: 'Going on after a crash trusts every row that was written before. With one missing or for another plan, it would trust what nobody did.',
    example: 'signalbox show run_0mwq…',
  },
  SB3010: {
    why: 'Only a finished or held run has a known end. One that was taken back has nothing left to undo, and an unfinished one is settled by resuming it.',
    example: 'signalbox history --env prod\nsignalbox resume --env prod',
  },
  SB3011: {
    why: 'Somebody changed the same fields after the deployment, or made something that needs what would be deleted. Taking the deployment back would trample that.',
    example: 'signalbox rollback run_0mwq… --only routing_queue/Billing',
  },
  SB3012: {
    why: 'Steps run in the order of their references, so what they refer to is there. This step came too early, which is a mistake of Signalbox.',
    example: 'new#3 was not created yet.',
  },
  SB3013: {
    why: 'The plan was made with a catalogue that this version does not have. Without a descriptor nothing is written.',
    example: 'The catalogue has no type routing_queue.',
  },
  SB3014: {
    why: 'Fields outside the plan are merged; this one is in the plan and has a value that nobody decided on.',
    example: 'routing_queue/Billing: acwSettings.timeoutMs is 7000 instead of 5000.',
  },
  SB3015: {
    why: 'Everything that was written is read again. The platform kept something else: a rule of its own, or an edit in the same moment.',
    example: 'routing_queue/Billing: serviceLevel.percentage is 0.8 instead of 0.85.',
  },
  SB3016: {
    why: 'Somebody made an object of that key after the plan, or the platform would take two of them. A second one is never made.',
    example: 'routing_queue/Billing can not be created: 6f2a… has its key already.',
  },
  SB3017: {
    why: 'An answer was lost, and reading does not tell whether the write took effect. Repeating it could do it twice.',
    example: 'signalbox show run_0mwq…',
  },
  SB3018: {
    why: 'Each try met the same: the platform was busy, or somebody else kept writing the same object.',
    example: 'routing_queue/Billing was tried 10 times.',
  },
  SB3019: {
    why: 'It was there when the plan was made, and somebody deleted it since. The step has nothing to write to.',
    example: 'routing_queue/Billing (6f2a…) is not there any more.',
  },
  SB3020: {
    why: 'The steps did what they should, but what the author expected of the whole does not hold.',
    example: `- name: every VIP queue allows a minute\n  assert: 'resources("routing_queue").all(q, q.acwSettings.timeoutMs >= 60000)'`,
  },
  SB3021: {
    why: 'Permissions are looked at before the first write, so that a deployment does not fail half-way for lack of one.',
    example: 'routing:queue:edit is missing for routing_queue/Billing.',
  },
  SB3022: {
    why: 'Stopping before the first write costs nothing: there is nothing to settle or to take back.',
    example: 'signalbox deploy vip --env prod --decision plan.json',
  },
  SB3023: {
    why: 'A run stops between two steps only, so that everything written is also verified. It keeps its place until somebody goes on.',
    example: 'signalbox resume --env prod',
  },
  SB3024: {
    why: 'The plan would have refused it, had it been known. It comes up when a failed run is taken back: what was made can not always be unmade by the public API.',
    example: 'flow_outcome/Sold: the public API has no delete for it, so this delete can not be done.',
  },
  SB3025: {
    why: 'A deployment that finds a secret missing half-way has to take back what it wrote; so every secret that the plan writes is read, and let go of, before the first write. What was read is never shown.',
    example: 'env:SIP_PASSWORD for integration_credential/SIP (s3): env:SIP_PASSWORD gives an empty text.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
