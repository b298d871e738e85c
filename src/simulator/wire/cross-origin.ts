/** The headers that let a page of another origin read an answer; none when the request names no origin. */
export function crossOrigin(headers: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const origin = headers['origin'];
  if (origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': 'ININ-Correlation-Id, inin-ratelimit-count, inin-ratelimit-allowed, Retry-After',
    ...preflight(headers),
    Vary: 'Origin',
  };
}

function preflight(headers: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const method = headers['access-control-request-method'];
  if (method === undefined) return {};
  return {
    'Access-Control-Allow-Methods': method,
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? 'authorization, content-type',
    'Access-Control-Max-Age': '3600',
  };
}
