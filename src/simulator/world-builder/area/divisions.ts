import type { Area } from '../draft.ts';
import { times } from '../times.ts';

/** Divisions beside the home division. */
export const divisionArea: Area = {
  shares: { auth_division: { part: 0.004, least: 4, most: 120 } },
  build: ({ add, count, names }) => {
    times(count('auth_division'), (index) =>
      add('auth_division', { name: names.thing('auth_division'), description: `Division ${index + 1}` }),
    );
  },
};
