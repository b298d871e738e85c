import type { Area } from '../draft.ts';
import { times } from '../times.ts';

/** Skills, languages and wrap-up codes. */
export const routingWordArea: Area = {
  shares: {
    routing_skill: { part: 0.03 },
    routing_language: { part: 0.01, least: 4, most: 60 },
    routing_wrapupcode: { part: 0.04 },
  },
  build: ({ add, count, division, names, random }) => {
    times(count('routing_skill'), () => add('routing_skill', { name: names.thing('routing_skill') }));
    times(count('routing_language'), () => add('routing_language', { name: names.thing('routing_language') }));
    times(count('routing_wrapupcode'), () =>
      add('routing_wrapupcode', {
        name: names.thing('routing_wrapupcode'),
        division: random.chance(0.2) ? { id: '*' } : division(),
      }),
    );
  },
};
