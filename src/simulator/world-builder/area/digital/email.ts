import type { Entity } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';
import { flowOfKind } from '../flows.ts';

/** E-mail domains and the routes below them; some queues answer from one of these addresses. */
export const emailArea: Area = {
  shares: {
    routing_email_domain: { part: 0.001, least: 2, most: 40 },
    routing_email_route: { part: 0.006, least: 4, most: 600 },
  },
  build: (draft) => {
    const { add, count, organisation } = draft;
    times(count('routing_email_domain'), (index) =>
      add('routing_email_domain', { id: `mail${index + 1}.${organisation.shortName}.example`, subDomain: false }),
    );
    times(count('routing_email_route'), (index) => addRoute(draft, index));
    useRoutes(draft);
  },
};

function addRoute(draft: Draft, index: number): void {
  const { add, any, made, names, random, ref, refs } = draft;
  const domain = any('routing_email_domain');
  const before = made('routing_email_route').filter((route) => route['$domainName'] === domain.id);
  const answer = before.length > 0 && random.chance(0.5) ? random.of(before) : undefined;
  const target = random.chance(0.5)
    ? { flow: flowOfKind(draft, 'INBOUNDEMAIL') }
    : { queue: ref('routing_queue'), skills: refs('routing_skill', 2), language: ref('routing_language') };
  add(
    'routing_email_route',
    {
      pattern: `contact${index + 1}`,
      fromName: names.thing('sender'),
      priority: random.below(5),
      ...target,
      ...(answer ? { replyEmailAddress: { domain: { id: domain.id }, route: { id: answer.id } } } : {}),
    },
    { $domainName: domain.id },
  );
}

function useRoutes({ change, made, random, refs }: Draft): void {
  const address = (route: Entity): object => ({
    outboundEmailAddress: { domain: { id: String(route['$domainName']) }, route: { id: route.id } },
  });
  const routes = made('routing_email_route');
  for (const { id } of refs('routing_queue', Math.ceil(made('routing_queue').length / 10))) {
    change('routing_queue', id, { ...address(random.of(routes)) });
  }
}
