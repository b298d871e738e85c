import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { journeyFilter } from './journey-filters.ts';

const described = describedType('journey_segment', {
  label: 'segment',
  audit: { service: 'PredictiveEngagement' },
  defaults: () => ({
    isActive: true,
    color: '#008000',
    shouldDisplayToAgent: false,
    context: { patterns: [] },
    journey: { patterns: [] },
  }),
  hooks: {
    accept: (_context, body, before) => {
      const external = body['externalSegment'] ?? before?.['externalSegment'];
      return { ...body, scope: external === undefined ? 'Session' : 'Customer' };
    },
  },
});

/** Segments: of sessions, or of customers where they come from elsewhere. */
export const segmentType: EntityType = {
  ...described,
  ...(described.list && { list: { ...described.list, filter: journeyFilter('segmentIds') } }),
};
