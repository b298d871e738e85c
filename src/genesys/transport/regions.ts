/** Domain by AWS region. Source: the official SDK's table of region hosts. */
const domains: Readonly<Record<string, string>> = {
  'us-east-1': 'mypurecloud.com',
  'us-east-2': 'use2.us-gov-pure.cloud',
  'us-west-2': 'usw2.pure.cloud',
  'ca-central-1': 'cac1.pure.cloud',
  'sa-east-1': 'sae1.pure.cloud',
  'mx-central-1': 'mxc1.pure.cloud',
  'eu-west-1': 'mypurecloud.ie',
  'eu-west-2': 'euw2.pure.cloud',
  'eu-central-1': 'mypurecloud.de',
  'eu-central-2': 'euc2.pure.cloud',
  'eusc-de-east-1': 'edee1.eusc-pure.cloud',
  'me-central-1': 'mec1.pure.cloud',
  'ap-south-1': 'aps1.pure.cloud',
  'ap-southeast-1': 'apse1.pure.cloud',
  'ap-southeast-2': 'mypurecloud.com.au',
  'ap-northeast-1': 'mypurecloud.jp',
  'ap-northeast-2': 'apne2.pure.cloud',
  'ap-northeast-3': 'apne3.pure.cloud',
};

/** The AWS regions Genesys Cloud runs in, sorted. */
export const genesysRegions: readonly string[] = Object.keys(domains).sort();

/** The domain of a region, given as AWS region (`eu-west-1`) or as the domain itself; undefined when unknown. */
export function domainOfRegion(region: string): string | undefined {
  const wanted = region.trim().toLowerCase();
  return domains[wanted] ?? Object.values(domains).find((domain) => domain === wanted);
}

/** True when both name one region, as AWS region or as domain. */
export function isSameRegion(left: string, right: string): boolean {
  const [one, other] = [left, right].map((region) => domainOfRegion(region) ?? region.trim().toLowerCase());
  return one === other;
}
