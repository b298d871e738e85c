import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Presence. */
export const presenceFeature: Feature = {
  name: 'presence',
  types: [
    describedType('organization_presence_definition', {
      label: 'presence definition',
      audit: { service: 'Presence', entityType: 'PresenceDefinition' },
    }),
  ],
};
