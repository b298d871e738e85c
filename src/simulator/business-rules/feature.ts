import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Business rules. */
export const businessRulesFeature: Feature = {
  name: 'business-rules',
  types: [
    describedType('business_rules_decision_table', { label: 'decision table', audit: { service: 'BusinessRules' } }),
    describedType('business_rules_schema', { label: 'schema', audit: { service: 'BusinessRules' } }),
  ],
};
