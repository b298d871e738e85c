import type { TestAnswer } from '../../core/assertion/index.ts';
import type { HttpProbe } from '../../engine/index.ts';

/** How much of an answer is read; a test looks for a text in it. */
const readBytes = 1_000_000;

/** Asks an address and gives its status and the beginning of its answer. Redirections are not followed: they are an answer. */
export async function askAddress({ url, method, headers, body, timeoutMs }: HttpProbe): Promise<TestAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const init = { method, headers: { ...headers }, redirect: 'manual' as const, signal };
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    return { kind: 'http', status: response.status, body: await beginningOf(response) };
  } catch (error) {
    if (signal.aborted) return { kind: 'timeout' };
    return { kind: 'error', message: `${originOf(url)} can not be asked (${reasonOf(error)})` };
  }
}

async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
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
