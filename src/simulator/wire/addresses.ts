/** The three hosts of a region. */
export type PlatformHost = 'login' | 'api' | 'apps';

/** A path as the host itself would see it. */
export type RoutedAddress = { readonly host: PlatformHost; readonly pathname: string; readonly query: URLSearchParams };

/**
 * Finds host and path of a request. Gateways put `/login`, `/api` or `/apps` in front; without a prefix the path
 * itself tells the host. The Host header is handed in so that virtual host names can be told apart here later.
 */
export function routeAddress(pathAndQuery: string, _hostHeader: string | undefined): RoutedAddress {
  const mark = pathAndQuery.indexOf('?');
  const path = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : pathAndQuery.slice(mark + 1));
  if (path.startsWith('/login/')) return { host: 'login', pathname: path.slice('/login'.length), query };
  if (path.startsWith('/apps/')) return { host: 'apps', pathname: path.slice('/apps'.length), query };
  if (path.startsWith('/api/') && !path.startsWith('/api/v2/')) {
    return { host: 'api', pathname: path.slice('/api'.length), query };
  }
  return { host: path.startsWith('/oauth/') ? 'login' : 'api', pathname: path, query };
}
