import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isoDate } from '../kernel/clock.ts';

/** Policies about what is kept of which conversations; a new one comes behind the others. */
export const retentionPolicyType: EntityType = describedType('recording_media_retention_policy', {
  label: 'media retention policy',
  audit: { service: 'Quality', entityType: 'Policy' },
  holds: { quality_forms_evaluation: 409 },
  hooks: {
    accept: ({ organisation, now }, { createdDate: _created, modifiedDate: _modified, ...body }, before) => {
      const order = organisation.collection('recording_media_retention_policy').currentAll().length;
      const stamps = { createdDate: before?.['createdDate'] ?? isoDate(now), modifiedDate: isoDate(now) };
      return { order: before?.['order'] ?? order, enabled: before?.['enabled'] ?? false, ...body, ...stamps };
    },
  },
});
