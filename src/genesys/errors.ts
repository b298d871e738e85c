import { SignalboxError, type ErrorCodeMeaning, type ErrorContext } from '../core/index.ts';
import type { PlatformFailure } from '../engine/index.ts';

/** What can go wrong between Signalbox and Genesys Cloud. */
export const genesysErrorCodes = {
  SB4001: {
    summary: 'The OAuth client id or secret was refused.',
    remedy:
      'Check the credential reference of this environment: the client must exist in this region, be active, and use the client-credentials grant, and the secret must be its present one.',
  },
  SB4002: {
    summary:
      'No access token could be had: the login host did not answer or kept saying that its rate limit is exceeded.',
    remedy: 'Wait a minute and run again; if it stays, check the region and who else asks tokens of this OAuth client.',
  },
  SB4003: {
    summary: 'The platform refused a freshly made access token.',
    remedy: 'Check that the OAuth client belongs to this organisation and region and is active.',
  },
  SB4004: {
    summary: 'Genesys Cloud could not be reached; nothing was sent.',
    remedy: 'Check the network, the proxy variables and the region or gateway settings, then run again.',
  },
  SB4005: {
    summary: 'The rate limit stayed exhausted longer than Signalbox waits; the request was not executed.',
    remedy:
      'Run again later, lower the concurrency, or find out which integration uses up the allowance of this OAuth client.',
  },
  SB4006: {
    summary: 'The platform kept failing on a read.',
    remedy: 'Look at the Genesys Cloud status page; run again later. Quote the correlation id to support.',
  },
  SB4007: {
    summary: 'A write was sent and its outcome is not known.',
    remedy:
      'Read the object before anything else: the write may or may not have taken effect. It is never repeated blindly.',
  },
  SB4008: {
    summary: 'The object was changed since it was read; nothing was written.',
    remedy: 'Read it again, merge, and write with the new version.',
  },
  SB4009: {
    summary: 'The platform refused the request; nothing was written.',
    remedy: 'Read the platform message and the named fields, correct the configuration and simulate again.',
  },
  SB4010: {
    summary: 'The object is not there.',
    remedy: 'It was deleted or never existed in this organisation: export or simulate again to see what is live.',
  },
  SB4011: {
    summary: 'The OAuth client lacks a permission.',
    remedy:
      'Give a role with the named permissions, in the divisions concerned, to the OAuth client of this environment; `signalbox doctor` lists what is missing.',
  },
  SB4012: {
    summary: 'The platform answered something that can not be understood.',
    remedy: 'Check that the base URL or gateway really leads to the Genesys Cloud API and not to a proxy page.',
  },
  SB4013: {
    summary: 'Architect refused to publish the flow; the published version is unchanged.',
    remedy: 'Correct what the messages name in the flow file and validate it in Architect.',
  },
  SB4014: {
    summary: 'A publish job did not finish in time; its outcome is not known.',
    remedy: 'Look at the job and at the published version of the flow before anything is written again.',
  },
  SB4015: {
    summary: 'The published content of a flow could not be exported.',
    remedy:
      'Run again later; Architect limits export jobs more tightly than other requests. Check that the flow opens in Architect.',
  },
  SB4016: {
    summary: 'The platform has no such operation for this type.',
    remedy: 'Take the action out of the changeset: the public API can not do it for objects of this type.',
  },
  SB4017: {
    summary: 'The connection settings are wrong.',
    remedy:
      'Name a Genesys Cloud region (for example eu-west-1), or a gateway or base URL that starts with http:// or https://.',
  },
  SB4018: {
    summary: 'A draft was written, but it could not be published; what is in effect is unchanged.',
    remedy:
      'Correct what the platform message names and deploy again: the draft is written anew and published. A draft that was made new has been deleted unless the message says otherwise.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeMeaning>>;

/** Every error code of this folder. */
export type GenesysErrorCode = keyof typeof genesysErrorCodes;

/** What a platform error carries beside its code. */
export interface PlatformErrorFields {
  readonly message: string;
  /** How the failure bears on the step; see `PlatformFailure`. */
  readonly failure: PlatformFailure;
  readonly context?: ErrorContext | undefined;
  readonly cause?: unknown;
}

/** The coded error with its remedy; `context.failure` says how it bears on the step. */
export function platformError(code: GenesysErrorCode, fields: PlatformErrorFields): SignalboxError<GenesysErrorCode> {
  return new SignalboxError({
    code,
    message: fields.message,
    remedy: genesysErrorCodes[code].remedy,
    context: { ...fields.context, failure: fields.failure },
    ...(fields.cause === undefined ? {} : { cause: fields.cause }),
  });
}

/** How a caught error bears on the step, or undefined when it is not one of the platform's. */
export function failureOf(error: unknown): PlatformFailure | undefined {
  return error instanceof SignalboxError ? (error.context['failure'] as PlatformFailure | undefined) : undefined;
}
