import { isJsonArray, isJsonObject, SignalboxError, type Json, type JsonObject } from '../../core/index.ts';
import type { TestRunners } from '../../engine/index.ts';
import type { GenesysClient } from '../client/client.ts';

type RunAction = NonNullable<TestRunners['action']>;

const path = '/api/v2/integrations/actions/{actionId}/test';

/**
 * Executes a published data action as the platform does for a test of it. It is sent once; an answer that comes too late, or
 * after the signal, is not waited for: what the action does elsewhere may go on all the same. Source: POST /api/v2/integrations/actions/{actionId}/test, permission integrations:action:execute.
 */
export async function testAction(
  client: GenesysClient,
  order: Parameters<RunAction>[0],
  signal?: AbortSignal,
): ReturnType<RunAction> {
  const { id, inputs, timeoutMs } = order;
  const ended = new AbortController();
  const over = signal === undefined ? ended.signal : AbortSignal.any([ended.signal, signal]);
  const late = client.clock.sleep(timeoutMs, over).then(
    () => ({ kind: 'timeout' as const }),
    () => ({ kind: 'timeout' as const }),
  );
  const call = client
    .call({ method: 'POST', path, params: { actionId: id }, body: inputs, repeatable: false, secrets: textsIn(inputs) })
    .then(({ body }) => toAnswer(isJsonObject(body) ? body : {}))
    .catch((error: unknown) => {
      if (!(error instanceof SignalboxError)) throw error;
      return { kind: 'error' as const, message: error.message };
    });
  try {
    return await Promise.race([call, late]);
  } finally {
    ended.abort();
  }
}

function toAnswer(body: JsonObject): Awaited<ReturnType<RunAction>> {
  if (body['success'] === true) return { kind: 'action', success: true, result: body['finalResult'] ?? null };
  const operations = isJsonArray(body['operations']) ? body['operations'].filter(isJsonObject) : [];
  const failed = operations.find(({ success }) => success === false);
  const step = typeof failed?.['name'] === 'string' ? `${failed['name']}: ` : '';
  return { kind: 'action', success: false, error: `${step}${errorText(failed?.['error'] ?? body['error'])}` };
}

/** The code alone: messages of the system behind the action may repeat what it was asked. */
function errorText(error: Json | undefined): string {
  const { code, status } = isJsonObject(error) ? error : {};
  if (typeof code === 'string') return code;
  return typeof status === 'number' ? `status ${status}` : 'no reason given';
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (isJsonArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
