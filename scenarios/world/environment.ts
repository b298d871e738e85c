import type { EnvironmentRules } from '../../src/core/index.ts';
import type { SimulatedOrganisation } from './simulated.ts';

/** The rules of an environment that is this organisation. */
export function environmentOf(
  organisation: SimulatedOrganisation,
  change: Partial<EnvironmentRules> = {},
): EnvironmentRules {
  return {
    name: organisation.name,
    organisationId: organisation.id,
    region: 'us-east-1',
    protected: false,
    values: {},
    mappings: [],
    pins: [],
    labels: [],
    ownership: [],
    modes: {},
    limits: { maxObjects: 1_000, maxDeletes: 100 },
    onFailure: 'compensate',
    ...change,
  };
}
