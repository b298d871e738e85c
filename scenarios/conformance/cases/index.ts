import type { Case } from '../case.ts';
import { architectCases } from './architect.ts';
import { contentCases } from './content.ts';
import { knowledgeAndJourneyCases } from './knowledge-and-journey.ts';
import { messagingCases } from './messaging.ts';
import { outboundCases } from './outbound.ts';
import { peopleCases } from './people.ts';
import { routingCases } from './routing.ts';
import { telephonyCases } from './telephony.ts';
import { workCases } from './work.ts';

/** What the suite is told of types, by type. */
export const cases: Readonly<Record<string, Case>> = {
  ...architectCases,
  ...contentCases,
  ...knowledgeAndJourneyCases,
  ...messagingCases,
  ...outboundCases,
  ...peopleCases,
  ...routingCases,
  ...telephonyCases,
  ...workCases,
};
