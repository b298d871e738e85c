import type { Context } from '../../context.ts';
import { describedType } from '../../described/described-type.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import { badRequest, PlatformError } from '../../wire/platform-error.ts';

/** Inbound routes below a domain: mail to `pattern@domain` goes to a queue or to a flow. A pattern is there once. */
export const emailRouteType = describedType('routing_email_route', {
  label: 'email route',
  audit: { service: 'Emails', entityType: 'InboundRoute' },
  defaults: () => ({ priority: 0, historyInclusion: 'Optional', allowMultipleActions: false }),
  hooks: {
    check: (context, route) => {
      requireTarget(route);
      refuseTwin(context, route);
    },
    present: (_organisation, route) => ({ name: textOf(route, 'pattern'), status: 'Active' }),
  },
});

function requireTarget(route: Entity): void {
  if (route['queue'] === undefined || route['flow'] === undefined) return;
  const details = [{ errorCode: 'invalid.value', fieldName: 'flow' }];
  throw badRequest('A route goes to a queue or to a flow, not to both.', 'invalid.value', { details });
}

function refuseTwin(context: Context, route: Entity): void {
  const pattern = textOf(route, 'pattern').toLowerCase();
  const twin = context.organisation
    .collection('routing_email_route')
    .currentAll()
    .find(
      (other) =>
        other.id !== route.id &&
        other['$domainName'] === route['$domainName'] &&
        textOf(other, 'pattern').toLowerCase() === pattern,
    );
  if (!twin) return;
  const details = [{ errorCode: 'general.conflict', fieldName: 'pattern', entityId: twin.id }];
  throw new PlatformError(409, 'general.conflict', `A route with the pattern "${pattern}" already exists.`, {
    details,
  });
}
