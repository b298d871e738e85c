import { SignalboxError, type ErrorCodeMeaning, type ErrorContext } from '../core/index.ts';

/** Why a deployment, resumption or rollback could not start, go on, or settle a step. */
export const engineErrorCodes = {
  SB3001: {
    summary: 'Another run holds the environment.',
    remedy: 'Wait until it ends, or until its lease has run out, and try again.',
  },
  SB3002: {
    summary: 'The credentials belong to another organisation than the environment names.',
    remedy: 'Use the credentials of this environment, or correct organisation.id in its file.',
  },
  SB3003: {
    summary: 'An earlier run of the environment was left unfinished.',
    remedy: 'Resume it first; it goes on from its journal.',
  },
  SB3004: {
    summary: 'A held run keeps a claim on objects that this run would change.',
    remedy: 'Take the held run back (signalbox rollback), or end its claims: deploy with --supersede and its id.',
  },
  SB3005: {
    summary: 'The plan is no longer the one that was decided on.',
    remedy: 'Simulate again, review what changed, and deploy with the new decision.',
  },
  SB3006: {
    summary: 'The plan has errors, so nothing was written.',
    remedy: 'Follow the remedy of each error and simulate again.',
  },
  SB3007: {
    summary: 'Somebody holds an object that this run would write.',
    remedy: 'Ask the holder to publish or discard the draft and release the lock, then deploy again.',
  },
  SB3008: {
    summary: 'The lease was lost while running, so the run stopped at once.',
    remedy: 'Resume the run; it reads the organisation before it goes on.',
  },
  SB3009: {
    summary: 'The journal does not belong to the plan or has a gap.',
    remedy:
      'Do not resume with a changed history; compare the run with the organisation and roll forward by a new plan.',
  },
  SB3010: {
    summary: 'The run is not known or can not be rolled back in its state.',
    remedy: 'Look it up in the history; resume an unfinished run first.',
  },
  SB3011: {
    summary: 'Rolling back would overwrite later changes or break what is in use.',
    remedy: 'Read the diagnostics; leave those objects out, or accept that later changes are lost.',
  },
  SB3012: {
    summary: 'A step refers to an object that does not exist yet.',
    remedy: 'Report this as a bug with the plan; nothing was written for the step.',
  },
  SB3013: {
    summary: 'The plan names a type that the catalogue does not know.',
    remedy: 'Run with the version that made the plan, or plan again.',
  },
  SB3014: {
    summary: 'A field was changed by somebody else between plan and write.',
    remedy: 'Decide which value is right, then simulate and deploy again.',
  },
  SB3015: {
    summary: 'What was read back is not what was written.',
    remedy: 'Compare the values; the platform changed or refused one silently.',
  },
  SB3016: {
    summary: 'The key of an object to create is taken.',
    remedy: 'Simulate again: the plan will take the object that is there into account.',
  },
  SB3017: {
    summary: 'What became of a write can not be told.',
    remedy: 'Look at the object named, bring it to one of the two states, and resume or roll back.',
  },
  SB3018: {
    summary: 'A write was tried as often as allowed and never went through.',
    remedy: 'See the cause; when the platform or the other writer has calmed down, deploy again.',
  },
  SB3019: {
    summary: 'An object that a step needs is no longer there.',
    remedy: 'Find out who deleted it, then simulate and deploy again.',
  },
  SB3020: {
    summary: 'A test of the changeset did not pass after the steps.',
    remedy: 'Read the test and the values it saw; correct the change or the test.',
  },
  SB3021: {
    summary: 'The client may not make some of the changes of the plan, so nothing was written.',
    remedy:
      'Give a role with the named permissions to the OAuth client that writes here; signalbox doctor lists all that is missing.',
  },
  SB3022: {
    summary: 'It was asked to stop before the first write, so nothing was written.',
    remedy: 'Run the command again when you want it done.',
  },
  SB3023: {
    summary: 'A run was asked to stop and rests between two steps.',
    remedy: 'Resume the run; it goes on where it stopped.',
  },
  SB3024: {
    summary: 'A step needs what the public API does not offer for its type.',
    remedy: 'Put the object right by hand where the platform offers it, then resume the run or roll it back.',
  },
  SB3025: {
    summary: 'A secret that a step writes can not be read, so nothing was written.',
    remedy:
      'Put the secret where its reference says, or correct the reference and build again; then run the command again.',
  },
  SB3100: {
    summary: 'The environment is outside its windows, so nothing was written.',
    remedy:
      'Deploy when the window opens; an urgent repair travels in the emergency lane where the environment allows it.',
  },
  SB3101: {
    summary: 'The environment is frozen, so nothing was written.',
    remedy: 'Deploy after the freeze; an urgent repair travels in the emergency lane where the environment allows it.',
  },
  SB3102: {
    summary: 'A change in the emergency lane names no incident, so nothing was written.',
    remedy: 'Add metadata.incident with the number of the incident and build again, or use the lane normal.',
  },
  SB3103: {
    summary: 'A change in the standard lane does more than was approved beforehand, so nothing was written.',
    remedy: 'Use the lane normal, or have the kind of change added to lanes.standard.preApproved of the environment.',
  },
  SB3150: {
    summary: 'A saved snapshot does not hold what a plan must know.',
    remedy: 'Take it again with the change, or with the types that are missing.',
  },
  SB3152: {
    summary: 'A type can not be listed whole.',
    remedy: 'Name types that stand on their own; parts are held with --deep.',
  },
  SB3104: {
    summary: 'A test needs what this program does not do, so nothing is written.',
    remedy: 'Deploy or resume from the command line, or take the test out of the changeset or the environment.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeMeaning>>;

/** The codes that this folder throws or reports. */
export type EngineErrorCode = keyof typeof engineErrorCodes;

/** An engine error with the remedy of its code. */
export function engineError(
  code: EngineErrorCode,
  message: string,
  details: { readonly context?: ErrorContext; readonly cause?: unknown; readonly remedy?: string } = {},
): SignalboxError<EngineErrorCode> {
  return new SignalboxError({
    code,
    message,
    remedy: details.remedy ?? engineErrorCodes[code].remedy,
    ...(details.context === undefined ? {} : { context: details.context }),
    ...(details.cause === undefined ? {} : { cause: details.cause }),
  });
}
