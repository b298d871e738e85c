import { describedType } from '../../described/described-type.ts';
import { textOf } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';

/** Where the platform keeps subdomains of its own. */
const platformDomain = 'mypurecloud.com';

/** Inbound e-mail domains. The id is the domain name; a subdomain of the platform's is given its full name. */
export const emailDomainType = describedType('routing_email_domain', {
  label: 'email domain',
  audit: { service: 'Emails', entityType: 'InboundDomain' },
  givenId: {
    of: (domain) =>
      domain['subDomain'] === true ? `${textOf(domain, 'id')}.${platformDomain}` : textOf(domain, 'id').toLowerCase(),
    taken: (id) => badRequest(`The domain already exists: ${id}`, 'domain.already.exists'),
  },
  defaults: () => ({ subDomain: false, mxRecordStatus: 'VALID' }),
  hooks: {
    check: (_context, { id }) => {
      if (/^[a-z0-9](?:[a-z0-9-]*\.)+[a-z0-9-]+$/u.test(id)) return;
      const details = [{ errorCode: 'invalid.value', fieldName: 'id' }];
      throw badRequest(`"${id}" is not a domain name.`, 'invalid.value', { details });
    },
    stored: (context, domain, before) => {
      if (domain || !before) return;
      const routes = context.organisation.collection('routing_email_route');
      for (const route of routes.currentAll()) if (route['$domainName'] === before.id) routes.remove(route.id);
    },
    present: (_organisation, { id }) => ({ name: id }),
  },
});
