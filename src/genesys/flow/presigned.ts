import { backOffMs } from '../access/back-off.ts';
import type { GenesysClient } from '../client/client.ts';
import { platformError } from '../errors.ts';
import type { WireAnswer, WireLoss } from '../transport/exchange.ts';

const attempts = 6;

/** Fetches a presigned download. The address is a secret, so errors do not show it. SB4015 when it can not be had. */
export async function download(client: GenesysClient, url: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await client.direct({ method: 'GET', url, headers: {} });
    if (outcome.kind === 'answer' && outcome.status === 200) return outcome.text;
    const isPassing = outcome.kind === 'lost' || outcome.status === 429 || outcome.status >= 500;
    if (!isPassing || attempt + 1 >= attempts) {
      throw platformError('SB4015', {
        message: `The exported flow could not be downloaded (${wordOf(outcome)}).`,
        failure: 'unavailable',
      });
    }
    await client.clock.sleep(backOffMs(attempt, client.random));
  }
}

/** What became of an upload. */
export type UploadOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' | 'unsent' | 'unknown'; readonly reason: string };

/** Uploads once with exactly the given headers; again only while no connection could be made. */
export async function upload(
  client: GenesysClient,
  target: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  text: string,
): Promise<UploadOutcome> {
  for (let attempt = 0; ; attempt += 1) {
    await client.beforeWrite();
    const outcome = await client.direct({ method: 'PUT', url: target.url, headers: target.headers, body: text });
    if (outcome.kind === 'answer') return ofAnswer(outcome);
    if (outcome.sent) return { kind: 'unknown', reason: outcome.reason };
    if (attempt + 1 >= attempts) return { kind: 'unsent', reason: outcome.reason };
    await client.clock.sleep(backOffMs(attempt, client.random));
  }
}

function ofAnswer(answer: WireAnswer): UploadOutcome {
  if (answer.status >= 200 && answer.status < 300) return { kind: 'taken' };
  return { kind: answer.status >= 500 ? 'unknown' : 'refused', reason: wordOf(answer) };
}

function wordOf(outcome: WireAnswer | WireLoss): string {
  return outcome.kind === 'lost' ? outcome.reason : String(outcome.status);
}
