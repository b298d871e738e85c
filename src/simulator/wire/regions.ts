/** The domains of the public regions, in lower case; hosts are `api.`, `login.` and `apps.` in front of one. */
export const regionDomains: ReadonlySet<string> = new Set([
  'mypurecloud.com',
  'mypurecloud.ie',
  'mypurecloud.de',
  'mypurecloud.com.au',
  'mypurecloud.jp',
  'usw2.pure.cloud',
  'cac1.pure.cloud',
  'apne2.pure.cloud',
  'apne3.pure.cloud',
  'euw2.pure.cloud',
  'euc2.pure.cloud',
  'sae1.pure.cloud',
  'mec1.pure.cloud',
  'mxc1.pure.cloud',
  'apse1.pure.cloud',
  'use2.us-gov-pure.cloud',
  'edee1.eusc-pure.cloud',
  'aps1.pure.cloud',
]);

/** The three hosts of a region. */
export type PlatformHost = 'login' | 'api' | 'apps';

/** Which host of a region a Host header names, in any letter case, with or without port; undefined for other names. */
export function platformHost(hostHeader: string | undefined): PlatformHost | undefined {
  const name = (hostHeader ?? '').toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
  const [, host, domain] = /^(login|api|apps)\.(.+)$/.exec(name) ?? [];
  if (domain === undefined || !regionDomains.has(domain)) return undefined;
  return host === 'login' || host === 'apps' ? host : 'api';
}
