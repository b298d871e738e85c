import { storeError } from '../errors.ts';
import type { StoreBackend } from './backend.ts';

/** The PostgreSQL of a `postgresql://` address. Nothing is connected yet. Throws SB5018. */
export function externalBackend(databaseUrl: string): StoreBackend {
  return {
    kind: 'external',
    place: placeOf(databaseUrl),
    source: { settings: { connectionString: databaseUrl } },
    leave: () => Promise.resolve(),
  };
}

function placeOf(databaseUrl: string): string {
  const url = parseAddress(databaseUrl);
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw storeError('SB5018', 'DATABASE_URL does not begin with postgresql:// and a host.');
  }
  return `${url.searchParams.get('host') ?? url.host}${url.pathname}`;
}

/** An address with a socket may have no host (`postgresql:///name?host=/run`), which `URL` takes only for a known user. */
function parseAddress(databaseUrl: string): URL | undefined {
  return URL.parse(databaseUrl) ?? URL.parse(databaseUrl.replace('@/', '@localhost/')) ?? undefined;
}
