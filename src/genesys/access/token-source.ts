import { isJsonObject, type Json, type JsonObject, type SignalboxError, withoutSecrets } from '../../core/index.ts';
import type { Clock, EmitEvent } from '../../engine/index.ts';
import { platformError } from '../errors.ts';
import { isClosed, type Exchange, type WireAnswer, type WireLoss } from '../transport/exchange.ts';
import { backOffMs, retryAfterMs } from './back-off.ts';
import type { ClientCredentials, CredentialProvider } from './credentials.ts';

/** What a token source works with. */
export interface TokenSettings {
  readonly exchange: Exchange;
  /** Login host without a slash at the end. */
  readonly loginUrl: string;
  readonly credentials: CredentialProvider;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: EmitEvent;
}

/** Access tokens of one credential. */
export interface TokenSource {
  /** A token that is valid for a while; asked for once however many wait. SB4001, SB4002. */
  readonly token: () => Promise<string>;
  /** Forgets this token, because the platform refused it. Another one made meanwhile is kept. */
  readonly forget: (token: string) => void;
  /** Texts that must never be shown. */
  readonly secrets: () => readonly string[];
}

interface HeldToken {
  readonly token: string;
  readonly renewAt: number;
}

const attempts = 9;
const longestMarginMs = 60_000;

/** A source that has no token yet. It renews 60 s, or a tenth of a token's life, before the end. */
export function createTokenSource(settings: TokenSettings): TokenSource {
  let held: HeldToken | undefined;
  let pending: Promise<HeldToken> | undefined;
  const secrets = new Set<string>();
  const renew = async (): Promise<HeldToken> => {
    const credentials = await settings.credentials();
    secrets.add(credentials.clientSecret).add(basicOf(credentials));
    const fresh = await askToken(settings, credentials);
    secrets.add(fresh.token);
    held = fresh;
    return fresh;
  };
  return {
    token: async () => {
      if (held !== undefined && settings.clock.now() < held.renewAt) return held.token;
      pending ??= renew().finally(() => {
        pending = undefined;
      });
      return (await pending).token;
    },
    forget: (token) => {
      if (held?.token === token) held = undefined;
    },
    secrets: () => [...secrets],
  };
}

async function askToken(settings: TokenSettings, credentials: ClientCredentials): Promise<HeldToken> {
  for (let attempt = 0; ; attempt += 1) {
    const askedAt = settings.clock.now();
    const answer = await settings.exchange({
      method: 'POST',
      url: `${settings.loginUrl}/oauth/token`,
      headers: {
        authorization: `Basic ${basicOf(credentials)}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
    });
    if (answer.kind === 'answer' && answer.status === 200) return heldToken(answer, askedAt);
    if (!isPassing(answer) || attempt + 1 >= attempts) throw refusal(answer, credentials, settings.loginUrl);
    const advised = answer.kind === 'answer' ? retryAfterMs(answer.headers['retry-after']) : undefined;
    const ms = Math.max(advised ?? 0, backOffMs(attempt, settings.random));
    emitTokenWait(settings, ms);
    await settings.clock.sleep(ms);
  }
}

function emitTokenWait(settings: TokenSettings, ms: number): void {
  settings.emit({
    at: new Date(settings.clock.now()).toISOString(),
    kind: 'platform.wait',
    message: `the login host is busy; waiting ${(ms / 1000).toFixed(1)} s`,
    data: { reason: 'token-endpoint', ms },
  });
}

function heldToken(answer: WireAnswer, askedAt: number): HeldToken {
  const body = parsed(answer.text);
  const token = body['access_token'];
  const seconds = body['expires_in'];
  if (typeof token !== 'string' || token === '' || typeof seconds !== 'number') {
    throw platformError('SB4012', {
      message: 'The login host answered 200 without an access token.',
      failure: 'unavailable',
      context: contextOf(answer),
    });
  }
  const lifeMs = seconds * 1000;
  return { token, renewAt: askedAt + lifeMs - Math.min(longestMarginMs, lifeMs / 10) };
}

/** Overruns answer 400 `invalid_request` with a text that begins "rate limit exceeded", not 429. */
function isPassing(answer: WireAnswer | WireLoss): boolean {
  if (answer.kind === 'lost') return !isClosed(answer);
  if (answer.status === 429 || answer.status >= 500) return true;
  return answer.status === 400 && isOverrun(parsed(answer.text));
}

function isOverrun(body: JsonObject): boolean {
  const text = `${String(body['description'] ?? '')} ${String(body['error_description'] ?? '')}`;
  return body['error'] === 'invalid_request' && /rate limit exceeded/iu.test(text);
}

function refusal(answer: WireAnswer | WireLoss, credentials: ClientCredentials, loginUrl: string): SignalboxError {
  if (answer.kind === 'lost') {
    const message = `The login host could not be reached (${answer.reason}).`;
    return platformError('SB4002', {
      message,
      failure: 'unavailable',
      context: { reason: answer.reason },
      cause: answer.cause,
    });
  }
  const hide = [credentials.clientSecret, basicOf(credentials)];
  const body = parsed(withoutSecrets(answer.text, hide));
  const context = { ...contextOf(answer), platformCode: text(body['error']), clientId: credentials.clientId };
  const said = text(body['error_description']) || text(body['description']) || text(body['error']) || 'no message';
  if (isPassing(answer)) {
    return platformError('SB4002', {
      message: `The login host gave no token: ${answer.status} ${said}.`,
      failure: 'unavailable',
      context,
    });
  }
  return platformError('SB4001', {
    message: `The OAuth client ${credentials.clientId} was refused by ${hostOf(loginUrl)}: ${answer.status} ${said}.`,
    failure: 'unavailable',
    context,
  });
}

/** A client is known only where its organisation is: the host tells which region was asked. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function contextOf(answer: WireAnswer): JsonObject {
  return {
    method: 'POST',
    path: '/oauth/token',
    status: answer.status,
    correlationId: answer.headers['inin-correlation-id'] ?? null,
  };
}

function parsed(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    return isJsonObject(value as Json) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function basicOf(credentials: ClientCredentials): string {
  return Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
}
