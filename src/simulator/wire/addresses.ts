import { platformHost, type PlatformHost } from './regions.ts';

/** A path as the host itself would see it; `host` undefined means that the address serves every host's paths. */
export type RoutedAddress = {
  readonly host: PlatformHost | undefined;
  readonly pathname: string;
  readonly query: URLSearchParams;
};

/**
 * Finds host and path of a request. Names such as `api.mypurecloud.de` are the hosts that they are on the platform;
 * under any other name (loopback, a gateway) all paths are served, whatever stands in front of `/api/v2` or `/oauth`.
 */
export function routeAddress(pathAndQuery: string, hostHeader: string | undefined): RoutedAddress {
  const mark = pathAndQuery.indexOf('?');
  const path = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : pathAndQuery.slice(mark + 1));
  const host = platformHost(hostHeader);
  return { host, pathname: host === undefined ? withoutPrefix(path) : path, query };
}

/** Whether a path of the platform is served under the host; links that answers carry are served under all of them. */
export function isServedAt(host: PlatformHost | undefined, template: string): boolean {
  return host === undefined || hostOf(template) === undefined || hostOf(template) === host;
}

function hostOf(template: string): PlatformHost | undefined {
  if (template.startsWith('/api/v2')) return 'api';
  if (template.startsWith('/oauth/')) return 'login';
  return template.startsWith('/uploads/v2/') ? 'apps' : undefined;
}

const roots = ['/api/v2', '/oauth', '/uploads', '/downloads'];

/** What gateways put in front of the platform's own paths is cut off. */
function withoutPrefix(path: string): string {
  if (path.startsWith('/simulator/')) return path;
  for (const root of roots) {
    if (path.startsWith(`${root}/`)) return path;
    const start = path.indexOf(`${root}/`);
    if (start > 0) return path.slice(start);
  }
  return path;
}
