import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { Reply } from '../wire/message.ts';
import { identityOf, providerKinds, providerRoutes } from './saml-provider.ts';

/** Identity providers, one of each kind, and the list of those that are set up. */
export const identityProvidersFeature: Feature = {
  name: 'identity-providers',
  routes: [
    ...providerKinds.flatMap(providerRoutes),
    {
      method: 'GET',
      path: '/api/v2/identityproviders',
      permissions: { any: ['sso:provider:view'] },
      handle: list,
    },
  ],
};

function list({ organisation, pathname }: Context): Reply {
  const entities = providerKinds.flatMap((kind) =>
    organisation
      .collection(kind.type)
      .shownAll()
      .map(({ name, disabled }) => ({ name, disabled, ...identityOf(kind) })),
  );
  const counts = { pageSize: entities.length, pageNumber: 1, total: entities.length, pageCount: 1 };
  return { status: 200, body: { entities, ...counts, selfUri: pathname } };
}
