import type { CodeReason } from './code-reason.ts';

/** Why the gates of a deployment are closed, and what they say. */
export const gateExplanations = {
  SB3100: {
    why: 'Changes are made when somebody is there to see what they do. The window is looked at before planning and again before the first write; `deploy` says when it opens next.',
    example:
      'prod: 2026-11-20T15:00:00Z is outside every window (nights); next it may run from 2026-11-20T20:00:00Z to 2026-11-21T04:00:00Z.',
  },
  SB3101: {
    why: 'A freeze closes the windows of its days, because the business can not take a risk then.',
    example: 'environments/prod.yaml\nfreezes:\n  - { from: 2026-12-20, to: 2027-01-02, reason: holiday trade }',
  },
  SB3102: {
    why: 'The emergency lane passes windows and freezes by where the environment lets it. The incident is the reason that remains.',
    example: 'metadata: { lane: emergency, incident: INC-4711, … }',
  },
  SB3103: {
    why: 'The standard lane is for kinds of changes that somebody approved once and for all. What is more than that has not been approved by anybody.',
    example: 'Not approved beforehand: delete routing_queue/Billing.',
  },
  SB3104: {
    why: 'A test that can not be run proves nothing, and after the deployment it is too late to find out. So its runners are looked at before the first write.',
    example: 'Tests can not be run here: the CRM answers calls a data action.',
  },
  SB3150: {
    why: 'A plan over a saved snapshot reads nothing else. Taking what is not in it for absent would give a plan that makes everything anew.',
    example: 'The snapshot of prod from 2026-11-20T08:00:00.000Z does not hold …\nsignalbox snapshot vip --env prod',
  },
  SB3152: {
    why: 'Parts such as the members of a queue have no list of their own: they are read object by object.',
    example: 'signalbox snapshot --env prod --type routing_queue --deep',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
