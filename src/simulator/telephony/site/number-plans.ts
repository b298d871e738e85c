import { uuidFrom } from '../../kernel/ids.ts';
import { isObject, textOf, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

const shelf = 'telephony_providers_edges_site.numberplans';

/** The plans that every site starts with. */
const usualPlans: readonly JsonObject[] = [
  {
    name: 'Emergency',
    classification: 'Emergency',
    matchType: 'numberList',
    numbers: [{ start: '112' }, { start: '911' }],
  },
  {
    name: 'Suicide Prevention',
    classification: 'Suicide Prevention',
    matchType: 'numberList',
    numbers: [{ start: '988' }],
  },
  {
    name: 'Extension',
    classification: 'Extension',
    matchType: 'digitLength',
    digitLength: { start: '2', end: '6' },
  },
  { name: 'National', classification: 'National', matchType: 'intraCountryCode' },
  { name: 'International', classification: 'International', matchType: 'interCountryCode' },
  {
    name: 'Network',
    classification: 'Network',
    matchType: 'regex',
    match: '^([^@\\:]+@)([^@ ]+)?$',
    normalizedFormat: 'sip:$1$2',
  },
];

/** Gives a new site the usual plans. */
export function addUsualPlans(organisation: Organisation, siteId: string): void {
  const plans = usualPlans.map((plan, index) => ({
    ...plan,
    id: uuidFrom(`${siteId}/${textOf(plan, 'name')}`),
    priority: index,
    state: 'active',
    version: 1,
  }));
  putPlans(organisation, siteId, plans);
}

/** The plans of a site, as they are stored or as reads see them. */
export function plansOf(organisation: Organisation, siteId: string, view: 'current' | 'shown'): readonly JsonObject[] {
  const plans = organisation.collection(shelf)[view](siteId)?.['plans'];
  return Array.isArray(plans) ? plans.filter(isObject) : [];
}

/** Replaces the plans of a site. */
export function putPlans(organisation: Organisation, siteId: string, plans: readonly JsonObject[]): void {
  organisation.collection(shelf).put({ id: siteId, plans });
}
