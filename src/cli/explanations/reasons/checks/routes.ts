import type { CodeReason } from '../code-reason.ts';

/** Why built-in checks judge flows, call routes, schedules and data actions, and what they say. */
export const routeCheckExplanations = {
  SB1140: {
    why: 'A flow that was never published can not run: callers who get there are disconnected. Publishing it in the same changeset is enough. Texts of flows that the plan publishes are looked into, too.',
    example: 'architect_ivr/Sales uses flow/inboundcall/Draft, which has no published version.',
  },
  SB1141: {
    why: 'What goes by such a group is closed at every hour of every day.',
    example: 'set: { openSchedules: [{ $ref: architect_schedules/Week }] }',
  },
  SB1142: {
    why: 'Nobody can call it. Call routes that never had a number, and are not changed in that, are left alone.',
    example: 'architect_ivr/Sales has no number that callers could dial.',
  },
  SB1143: {
    why: 'The call arrives, and nothing says what to do with it during open hours.',
    example: 'set: { openHoursFlow: { $ref: flow/inboundcall/Main } }',
  },
  SB1144: {
    why: 'A number leads to one call route only. Which one that would be is not for chance to decide.',
    example: 'architect_ivr/Support gets +353100, which is on architect_ivr/Sales.',
  },
  SB1145: {
    why: 'While a data action waits for another system, the caller waits for the data action.',
    example: 'integration_action/CRM/Look up waits up to 90 s; sane is up to 60 s.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
