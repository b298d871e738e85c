import type { CodeReason } from './code-reason.ts';

/** Why answers of the platform are taken as they are, and what they look like. */
export const platformExplanations = {
  SB4001: {
    why: 'The login host knows the client or the secret no more, or the client may not sign in by itself. Trying again gives the same answer.',
    example: 'signalbox doctor --env prod',
  },
  SB4002: {
    why: 'Tokens have a rate limit of their own, which the platform answers in words instead of with 429. Nothing was asked of the organisation.',
    example: 'The login host could not be reached (ENOTFOUND).',
  },
  SB4003: {
    why: 'An expired token is renewed by itself. One that was just made and is refused belongs elsewhere.',
    example: 'GET /api/v2/routing/queues: 401',
  },
  SB4004: {
    why: 'No connection was made, so nothing of the request arrived anywhere.',
    example: 'PATCH /api/v2/routing/queues/6f2a…: no connection (ECONNREFUSED).',
  },
  SB4005: {
    why: 'The allowance of a client is shared by everything that uses it. Signalbox waits as it is told, but not for ever; the refused request had no effect.',
    example: 'GET /api/v2/routing/queues: 429',
  },
  SB4006: {
    why: 'Reading again does no harm, so it was tried several times. The platform went on failing.',
    example: 'GET /api/v2/routing/queues: 503 Service Unavailable',
  },
  SB4007: {
    why: 'The request arrived and its answer did not, or a write of several requests stopped between two of them. A second attempt could do it twice; reading tells.',
    example: 'POST /api/v2/routing/queues: no answer (timeout).',
  },
  SB4008: {
    why: 'Such objects have a version, and the one that was sent is not the present one. That keeps an edit of somebody else from being lost.',
    example: 'PUT …: 409 … version …',
  },
  SB4009: {
    why: 'The platform understood the request and does not want it: a rule of its own that no description holds. It says itself which field.',
    example: 'POST /api/v2/routing/queues: 400 A queue with that name already exists.',
  },
  SB4010: {
    why: 'It was there when it was read, or was expected to be. Somebody deleted it meanwhile.',
    example: 'GET /api/v2/routing/queues/6f2a…: 404 Not Found',
  },
  SB4011: {
    why: 'The roles of the client do not allow this, or not in the division of this object. The platform names the permission, and the message keeps it.',
    example: 'signalbox doctor --env prod',
  },
  SB4012: {
    why: 'The answer is not what this endpoint gives. Most often something in between answered: a proxy, a gateway, a sign-in page.',
    example: 'base URL: https://api.mypurecloud.ie',
  },
  SB4013: {
    why: 'Architect reads a flow before it publishes it, and lists what does not fit. What callers reach is the version before.',
    example: 'Architect did not publish the flow: … | …',
  },
  SB4014: {
    why: 'Publishing goes on at the platform after Signalbox has stopped waiting. It may still succeed.',
    example: 'The publish job 3c1f… did not end in time.',
  },
  SB4015: {
    why: 'The text of a flow is had by a job. Without the text it can not be compared or kept.',
    example: 'The flow 6f2a… could not be exported: the job did not end in time.',
  },
  SB4016: {
    why: 'The public API has no call for it, for anybody. Where it is known beforehand the plan says so (SB1033).',
    example: 'The public API can not delete a flow outcome.',
  },
  SB4017: {
    why: 'Every region has hosts of its own. A setting that is none would send credentials to an address that nobody knows.',
    example: 'environments/prod.yaml\norganisation: { id: 5e1a…, region: eu-west-1 }',
  },
  SB4018: {
    why: 'Some objects are written as a draft and put into effect by a second request. The first was done, the second was not.',
    example: 'The draft was written. It was not published: …',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
