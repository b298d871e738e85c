import type { Dispatcher } from 'undici';
import type { TestAnswer } from '../../core/assertion/index.ts';
import type { HttpProbe } from '../../engine/index.ts';

/** How much of an answer is read; a test looks for a text in it. */
const readBytes = 1_000_000;

/**
 * Asks an address, without any proxy, and gives its status and the beginning of its answer. Redirections are not followed: they
 * are an answer. The connection is closed before this resolves.
 */
export async function askAddress(probe: HttpProbe, stop?: AbortSignal): Promise<TestAnswer> {
  const { Agent } = await import('undici');
  const late = AbortSignal.timeout(probe.timeoutMs);
  const signal = stop === undefined ? late : AbortSignal.any([late, stop]);
  const { timeoutMs } = probe;
  const agent = new Agent({ headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: timeoutMs } });
  try {
    return await ask(agent, probe, signal);
  } catch (error) {
    if (late.aborted) return { kind: 'timeout' };
    return { kind: 'error', message: `${originOf(probe.url)} can not be asked (${reasonOf(error)})` };
  } finally {
    await agent.destroy();
  }
}

async function ask(agent: Dispatcher, probe: HttpProbe, signal: AbortSignal): Promise<TestAnswer> {
  const { origin, pathname, search } = new URL(probe.url);
  const headers = Object.entries(probe.headers).map(([name, value]) => [name.toLowerCase(), value]);
  const answer = await agent.request({
    origin,
    path: pathname + search,
    method: probe.method,
    headers: { 'user-agent': 'signalbox', ...Object.fromEntries(headers) },
    signal,
    ...(probe.body === undefined ? {} : { body: probe.body }),
  });
  return { kind: 'http', status: answer.statusCode, body: await beginningOf(answer.body) };
}

async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    const part = chunk as Uint8Array;
    text += decoder.decode(part, { stream: true });
    bytes += part.byteLength;
    if (bytes >= readBytes) break;
  }
  return text;
}

/** Without path and query: they may hold a secret. */
function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return 'the address';
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'no connection';
}
