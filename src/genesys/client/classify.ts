import type { JsonObject, SignalboxError } from '../../core/index.ts';
import { platformError } from '../errors.ts';
import type { WireAnswer, WireLoss } from '../transport/exchange.ts';
import type { ApiCall } from './api-call.ts';
import { errorBodyOf, type ErrorBody } from './error-body.ts';
import { permissionsNamedIn } from './missing-permissions.ts';

/** The coded error of an answer that is not a success. Source: platform facts, error bodies and optimistic locking. */
export function errorOfAnswer(call: ApiCall, answer: WireAnswer, secrets: readonly string[]): SignalboxError {
  const body = errorBodyOf(answer, secrets);
  const context = contextOf(call, answer, body);
  const what = `${call.method} ${call.path}: ${answer.status}${body.message === '' ? '' : ` ${body.message}`}`;
  switch (answer.status) {
    case 401:
      return platformError('SB4003', { message: what, failure: 'unavailable', context });
    case 403: {
      const permissions = permissionsNamedIn([body.message, ...body.details]);
      return platformError('SB4011', { message: what, failure: 'forbidden', context: { ...context, permissions } });
    }
    case 404:
    case 410:
      return platformError('SB4010', { message: what, failure: 'gone', context });
    case 408:
      return call.method === 'GET'
        ? platformError('SB4010', { message: what, failure: 'gone', context })
        : platformError('SB4007', { message: what, failure: 'unknown', context });
    case 429:
      return platformError('SB4005', { message: what, failure: 'unavailable', context });
    default:
      return answer.status >= 500 && answer.status !== 501
        ? ofFailing(call, what, context)
        : ofRefusal(call, answer, { body, what, context });
  }
}

/** The coded error of a request that got no answer. */
export function errorOfLoss(call: ApiCall, loss: WireLoss): SignalboxError {
  const context = { method: call.method, path: call.path, params: { ...call.params }, reason: loss.reason };
  if (!loss.sent) {
    const message = `${call.method} ${call.path}: no connection (${loss.reason}).`;
    return platformError('SB4004', { message, failure: 'unavailable', context, cause: loss.cause });
  }
  const message = `${call.method} ${call.path}: no answer (${loss.reason}).`;
  if (call.repeatable) return platformError('SB4006', { message, failure: 'unavailable', context, cause: loss.cause });
  return platformError('SB4007', { message, failure: 'unknown', context, cause: loss.cause });
}

function ofFailing(call: ApiCall, what: string, context: JsonObject): SignalboxError {
  if (call.repeatable) return platformError('SB4006', { message: what, failure: 'unavailable', context });
  return platformError('SB4007', { message: what, failure: 'unknown', context });
}

function ofRefusal(
  call: ApiCall,
  answer: WireAnswer,
  said: { readonly body: ErrorBody; readonly what: string; readonly context: JsonObject },
): SignalboxError {
  if (call.versioned === true && isStaleVersion(answer.status, said.body)) {
    return platformError('SB4008', { message: said.what, failure: 'conflict', context: said.context });
  }
  return platformError('SB4009', { message: said.what, failure: 'rejected', context: said.context });
}

/**
 * The platform has no code of its own for a stale version: 409 also means "busy" or "still referenced", and directory
 * services answer 400. Its text is the only thing that tells them apart.
 */
function isStaleVersion(status: number, body: ErrorBody): boolean {
  if (status === 409) return /version/iu.test(`${body.code} ${body.message}`);
  return status === 400 && /does not match the current version/iu.test(body.message);
}

function contextOf(call: ApiCall, answer: WireAnswer, body: ErrorBody): JsonObject {
  return {
    method: call.method,
    path: call.path,
    params: { ...call.params },
    status: answer.status,
    platformCode: body.code,
    platformMessage: body.message,
    correlationId: body.correlationId ?? null,
    ...(body.details.length === 0 ? {} : { details: body.details }),
  };
}
