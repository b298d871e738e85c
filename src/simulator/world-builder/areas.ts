import { callRoutingArea } from './area/call-routing.ts';
import { divisionArea } from './area/divisions.ts';
import { flowArea } from './area/flows.ts';
import { integrationArea } from './area/integrations.ts';
import { outboundArea } from './area/outbound.ts';
import { outcomeArea } from './area/outcomes.ts';
import { peopleArea } from './area/people.ts';
import { promptArea } from './area/prompts.ts';
import { queueArea } from './area/queues.ts';
import { responseArea } from './area/responses.ts';
import { routingWordArea } from './area/routing-words.ts';
import { scheduleArea } from './area/schedules.ts';
import { tableArea } from './area/tables.ts';
import type { Area } from './draft.ts';

/** All areas, in an order in which each refers to earlier ones only. A new type goes into one of them or a new one. */
export const areas: readonly Area[] = [
  divisionArea,
  routingWordArea,
  peopleArea,
  queueArea,
  scheduleArea,
  promptArea,
  tableArea,
  integrationArea,
  flowArea,
  callRoutingArea,
  outcomeArea,
  responseArea,
  outboundArea,
];
