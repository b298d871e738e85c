import { defineCheck } from '../../policy-check.ts';

/** SB1102: a change in the emergency lane names the incident that it is for. */
export const emergencyWithoutIncident = defineCheck({
  code: 'SB1102',
  name: 'emergency-without-incident',
  severity: 'error',
  looksAt: 'lane and incident of the changeset',
  run: ({ world }) => {
    const { lane, incident = '' } = world.input.artifact.changeset.metadata;
    if (lane !== 'emergency' || incident.trim() !== '') return [];
    return [{ detail: 'The lane is emergency and `incident` is missing.' }];
  },
});
