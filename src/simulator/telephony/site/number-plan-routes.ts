import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import { readableEntity, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import { textOf, type JsonObject } from '../../kernel/values.ts';
import { checkListBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, conflict, notFound } from '../../wire/platform-error.ts';
import { plansOf, putPlans } from './number-plans.ts';
import { siteType } from './site.ts';

const mostPlans = 200;

/** Number plans of sites: the whole list is replaced, at most 200 plans with different names. */
export const numberPlanRoutes: readonly Route[] = [
  describedRoute('getTelephonyProvidersEdgesSiteNumberplans', (context) => ({
    status: 200,
    body: plansShown(context),
  })),
  describedRoute('putTelephonyProvidersEdgesSiteNumberplans', replace),
  describedRoute('getTelephonyProvidersEdgesSiteNumberplan', (context) => {
    const id = context.params['numberPlanId'] ?? '';
    const found = plansShown(context).find((plan) => plan['id'] === id);
    if (!found) throw notFound('number plan', id);
    return { status: 200, body: found };
  }),
  describedRoute('getTelephonyProvidersEdgesSiteNumberplansClassifications', (context) => ({
    status: 200,
    body: [...new Set(plansShown(context).map((plan) => textOf(plan, 'classification')))].toSorted(),
  })),
];

function plansShown(context: Context): readonly JsonObject[] {
  const site = readableEntity(context, siteType, context.params['siteId'] ?? '');
  const path = `${siteType.path}/${site.id}/numberplans`;
  return plansOf(context.organisation, site.id, 'shown').map((plan) => ({
    ...plan,
    selfUri: `${path}/${textOf(plan, 'id')}`,
  }));
}

function replace(context: Context): Reply {
  const site = writableEntity(context, siteType, context.params['siteId'] ?? '', { none: true });
  if (site['state'] === 'deleted') throw notFound(siteType.label, site.id);
  const before = plansOf(context.organisation, site.id, 'current');
  const bodies = checkListBody(context.body, 'NumberPlan');
  if (bodies.length > mostPlans) throw badRequest(`A site has at most ${mostPlans} number plans.`, 'invalid.value');
  const names = bodies.map((plan) => textOf(plan, 'name'));
  if (new Set(names).size < names.length) throw badRequest('Names of number plans must differ.', 'invalid.value');
  const plans = bodies.map((plan, index) => planOf(context, { plan, index, before }));
  putPlans(context.organisation, site.id, plans);
  recordAudit(context, auditOf(siteType.audit, { ...site, numberPlans: before }, { ...site, numberPlans: plans }));
  return { status: 200, body: plansShown(context) };
}

type Wish = { readonly plan: JsonObject; readonly index: number; readonly before: readonly JsonObject[] };

/** A plan is the one before with its name; a stale version of it is a conflict. */
function planOf(context: Context, { plan, index, before }: Wish): JsonObject {
  const own = before.find((candidate) => candidate['name'] === plan['name']);
  if (own && plan['version'] !== undefined && plan['version'] !== own['version']) {
    throw conflict('The version number of the modified resource must match the version number in the database.');
  }
  const same = own && JSON.stringify({ ...own, ...plan }) === JSON.stringify(own);
  return {
    priority: index,
    ...plan,
    id: own?.['id'] ?? context.organisation.ids.next(),
    state: 'active',
    dateModified: same ? own['dateModified'] : isoDate(context.now),
    version: own ? Number(own['version']) + (same ? 0 : 1) : 1,
  };
}
