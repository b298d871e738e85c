import type { Area } from '../draft.ts';
import { times } from '../times.ts';

/** Outcomes and milestones that flows can report. */
export const outcomeArea: Area = {
  shares: { flow_outcome: { part: 0.006, least: 2, most: 300 }, flow_milestone: { part: 0.006, least: 2, most: 300 } },
  build: ({ add, count, division, names }) => {
    for (const type of ['flow_outcome', 'flow_milestone']) {
      times(count(type), () =>
        add(type, { name: names.thing(type), description: names.thing('description'), division: division() }),
      );
    }
  },
};
