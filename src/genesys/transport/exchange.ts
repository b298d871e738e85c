import { EnvHttpProxyAgent, type Dispatcher } from 'undici';

/** One HTTP request, complete. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** An answer, whatever its status. */
export interface WireAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** Lower-case names; of repeated headers the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** No answer. */
export interface WireLoss {
  readonly kind: 'lost';
  /** False only when the request certainly never left: no connection was made. */
  readonly sent: boolean;
  /** Short technical reason without addresses' secrets, for example `ECONNREFUSED`. */
  readonly reason: string;
  readonly cause: unknown;
}

/** True when the exchange itself was closed: nobody waits for an answer any more, and no later try can have one. */
export function isClosed({ reason }: WireLoss): boolean {
  return reason === 'UND_ERR_DESTROYED' || reason === 'UND_ERR_CLOSED';
}

/** Sends one request once; never throws. */
export type Exchange = (request: WireRequest) => Promise<WireAnswer | WireLoss>;

/** How requests leave this machine. */
export interface ExchangeSettings {
  readonly userAgent: string;
  /** From sending to the last byte of the answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Open connections per host. */
  readonly connections: number;
  /** Overrides of HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  readonly proxy?:
    | { readonly http?: string | undefined; readonly https?: string | undefined; readonly no?: string | undefined }
    | undefined;
}

/** An exchange with its connections; they stay open until `close`. */
export interface ExchangeDesk {
  readonly exchange: Exchange;
  readonly close: () => Promise<void>;
}

/** Opens an exchange on undici pools, through a proxy where settings or environment say so. */
export function openExchange(settings: ExchangeSettings): ExchangeDesk {
  const { http, https, no } = settings.proxy ?? {};
  const agent = new EnvHttpProxyAgent({
    connections: settings.connections,
    pipelining: 1,
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
    connect: { timeout: Math.min(settings.timeoutMs, 10_000) },
    ...(http === undefined ? {} : { httpProxy: http }),
    ...(https === undefined ? {} : { httpsProxy: https }),
    noProxy: no ?? withoutLoopback(process.env['no_proxy'] ?? process.env['NO_PROXY']),
  });
  return {
    exchange: (request) => send(agent, settings, request),
    close: () => agent.destroy(),
  };
}

/** A proxy can not reach this machine's own addresses, where a simulator or gateway may run. */
function withoutLoopback(listed: string | undefined): string {
  return [listed ?? '', 'localhost', '127.0.0.1', '::1'].filter((host) => host !== '').join(',');
}

async function send(
  agent: Dispatcher,
  settings: ExchangeSettings,
  request: WireRequest,
): Promise<WireAnswer | WireLoss> {
  try {
    const url = new URL(request.url);
    const answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers: { 'user-agent': settings.userAgent, ...request.headers },
      signal: AbortSignal.timeout(settings.timeoutMs),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    return {
      kind: 'answer',
      status: answer.statusCode,
      headers: firstOf(answer.headers),
      text: await answer.body.text(),
    };
  } catch (error) {
    return { kind: 'lost', sent: !isCertainlyUnsent(error), reason: reasonOf(error), cause: error };
  }
}

function firstOf(headers: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) flat[name.toLowerCase()] = first;
  }
  return flat;
}

const unsentCodes =
  /^(?:UND_ERR_CONNECT_TIMEOUT|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*|ERR_TLS_CERT_.*)$/u;

function isCertainlyUnsent(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isCertainlyUnsent);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === 'connect' || syscall === 'getaddrinfo' || (code !== undefined && unsentCodes.test(code));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  return (error as NodeJS.ErrnoException).code ?? error.name;
}
