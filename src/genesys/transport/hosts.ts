import { platformError } from '../errors.ts';
import { domainOfRegion, genesysRegions } from './regions.ts';

/** A gateway in front of the platform, as the official SDKs take it. */
export interface GatewaySettings {
  readonly host: string;
  /** Default `https`. */
  readonly protocol?: 'http' | 'https' | undefined;
  /** Default: the protocol's own. */
  readonly port?: number | undefined;
  /** Paths put in front of `/oauth/token` and `/api/v2`. */
  readonly pathParams?: { readonly login?: string | undefined; readonly api?: string | undefined } | undefined;
}

/** Where the platform is; the first that is given counts: `baseUrls`, `gateway`, `region`. */
export interface HostSettings {
  /** AWS region or domain. */
  readonly region?: string | undefined;
  readonly gateway?: GatewaySettings | undefined;
  /** URLs in front of `/api/v2` and `/oauth/token`; `login` and `apps` default to `api`. */
  readonly baseUrls?:
    | { readonly api: string; readonly login?: string | undefined; readonly apps?: string | undefined }
    | undefined;
}

/** The three hosts as URLs without a slash at the end. */
export interface Hosts {
  readonly api: string;
  readonly login: string;
  /** Uploads of scripts and contact lists; a gateway does not cover it. */
  readonly apps: string;
}

/** The hosts of the settings; SB4017 for an unknown region or an unusable URL. */
export function resolveHosts(settings: HostSettings): Hosts {
  if (settings.baseUrls !== undefined) return hostsOfBaseUrls(settings.baseUrls);
  const regional = settings.region === undefined ? undefined : hostsOfRegion(settings.region);
  if (settings.gateway !== undefined) return hostsOfGateway(settings.gateway, regional);
  if (regional === undefined) throw wrong('Neither a region nor a gateway nor a base URL is set.');
  return regional;
}

function hostsOfRegion(region: string): Hosts {
  const domain = domainOfRegion(region);
  if (domain === undefined)
    throw wrong(`"${region}" is not a Genesys Cloud region. Known: ${genesysRegions.join(', ')}.`);
  return { api: `https://api.${domain}`, login: `https://login.${domain}`, apps: `https://apps.${domain}` };
}

function hostsOfBaseUrls(urls: NonNullable<HostSettings['baseUrls']>): Hosts {
  const api = checkedUrl(urls.api);
  return {
    api,
    login: urls.login === undefined ? api : checkedUrl(urls.login),
    apps: urls.apps === undefined ? api : checkedUrl(urls.apps),
  };
}

function hostsOfGateway(gateway: GatewaySettings, regional: Hosts | undefined): Hosts {
  const port = gateway.port === undefined || gateway.port === 0 ? '' : `:${gateway.port}`;
  const origin = checkedUrl(`${gateway.protocol ?? 'https'}://${gateway.host}${port}`);
  return {
    api: origin + pathPrefix(gateway.pathParams?.api),
    login: origin + pathPrefix(gateway.pathParams?.login),
    apps: regional?.apps ?? origin,
  };
}

function pathPrefix(path: string | undefined): string {
  const trimmed = (path ?? '').replaceAll(/^\/+|\/+$/gu, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}

function checkedUrl(text: string): string {
  const url = URL.parse(text);
  const isUsable =
    url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.search === '' && url.username === '';
  if (!isUsable) throw wrong('A base URL or gateway is not an http(s) URL without credentials and query.');
  return url.href.replace(/\/+$/u, '');
}

function wrong(message: string): Error {
  return platformError('SB4017', { message, failure: 'unavailable' });
}
