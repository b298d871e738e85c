import type { ErrorCodeMeaning } from '../error.ts';

/** Codes of what built-in checks find in a plan; `docs/policies.md` has a paragraph on each. */
export const policyErrorCodes = {
  SB1100: {
    summary: 'A policy of the project can not be evaluated',
    remedy: 'Correct the expression at the marked place. Until then nothing passes that it would judge.',
  },
  SB1101: {
    summary: 'The change does not say enough about itself',
    remedy: 'Fill in `owner`, `reason` and `workItem` of the changeset as the project asks for them.',
  },
  SB1102: {
    summary: 'An emergency change names no incident',
    remedy: 'Give `incident` in the metadata of the changeset, or take another lane.',
  },
  SB1103: {
    summary: 'The artifact was built from files that are not committed',
    remedy: 'Commit the files and build the artifact again.',
  },
  SB1104: {
    summary: 'A step can not be taken back and needs no further approver',
    remedy: 'Let the environment ask for more approvals of irreversible steps, or take the step out.',
  },
  SB1105: {
    summary: 'The deployment would take more of the API budget than is sane',
    remedy: 'Split the changeset, narrow its iterators, or raise the budget of the environment.',
  },
  SB1110: {
    summary: 'A platform id is written into a value',
    remedy: 'Refer to the object by its name (`{ $ref: type/name }`); ids differ in every organisation.',
  },
  SB1112: {
    summary: 'An expression reads a value that the environment does not have',
    remedy: 'Give the value under `values` in the environment file, or guard the expression with has(…).',
  },
  SB1113: {
    summary: 'An object moves to another division',
    remedy: 'Make sure that the people who work with it can see the new division; move it in a change of its own.',
  },
  SB1120: {
    summary: 'A value looks like a secret in plain text',
    remedy: 'Take the secret out, replace it where it is in use, and refer to a credential instead.',
  },
  SB1121: {
    summary: 'An address is called without encryption',
    remedy: 'Use https://, or list the host under `allowed` of this check if it can not leave the network.',
  },
  SB1122: {
    summary: 'A role gets permissions by wildcard',
    remedy: 'Name the entities and actions that the role needs.',
  },
  SB1123: {
    summary: 'A role gets more permissions',
    remedy: 'Let whoever answers for access confirm that everybody who has the role should have them.',
  },
  SB1124: {
    summary: 'Somebody gets more roles',
    remedy: 'Let whoever answers for access confirm the new roles and their divisions.',
  },
  SB1125: {
    summary: 'An OAuth client gets a role with wildcard permissions',
    remedy: 'Give the client a role that names exactly what it needs.',
  },
  SB1126: {
    summary: 'An OAuth client gets a role in all divisions',
    remedy: 'Name the divisions that the client works in.',
  },
  SB1130: {
    summary: 'A service level is outside the sane range',
    remedy:
      'Correct the value (the fraction is between 0 and 1, the time is in milliseconds), or set the bounds of this check.',
  },
  SB1131: {
    summary: 'An after-call work time is outside the sane range',
    remedy: 'Correct the value (it is in milliseconds), or set the bounds of this check.',
  },
  SB1132: {
    summary: 'A queue has nobody to answer',
    remedy: 'Give it member groups, or make sure that members are added before interactions reach it.',
  },
  SB1133: {
    summary: 'A queue has no in-queue flow',
    remedy: 'Set `queueFlow`, or accept that callers hear the default music.',
  },
  SB1134: {
    summary: 'A staffed queue loses a skill or language that chooses its agents',
    remedy: 'Change the skill groups first, and make sure that somebody is left to answer.',
  },
  SB1135: {
    summary: 'A queue that has members is deleted',
    remedy: 'Take its members off first, in a change that is deployed and watched, and delete it afterwards.',
  },
  SB1140: {
    summary: 'A flow that was never published is used',
    remedy: 'Publish the flow first, or in the same changeset.',
  },
  SB1141: {
    summary: 'A schedule group has no open hours',
    remedy: 'Give it at least one schedule under `openSchedules`; without one it is always closed.',
  },
  SB1142: {
    summary: 'A call route has no number',
    remedy: 'Give it a number under `dnis`, or delete it.',
  },
  SB1143: {
    summary: 'A call route has no flow for its open hours',
    remedy: 'Set `openHoursFlow`; without it nobody answers the call.',
  },
  SB1144: {
    summary: 'A number is on two call routes',
    remedy: 'Take the number off the other call route in the same changeset.',
  },
  SB1145: {
    summary: 'A data action has no sane time limit',
    remedy: 'Set `config.timeoutSeconds`, so that a caller does not wait for a system that does not answer.',
  },
} as const satisfies Record<string, ErrorCodeMeaning>;

/** A code that a check can give. */
export type PolicyErrorCode = keyof typeof policyErrorCodes;
