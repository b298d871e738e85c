import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { businessRulesDecisionTable } from './business-rules-decision-table.ts';
import { businessRulesSchema } from './business-rules-schema.ts';

/** The types of this area. */
export const businessRulesTypes: readonly ResourceDescriptor[] = [businessRulesDecisionTable, businessRulesSchema];
