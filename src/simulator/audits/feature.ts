import type { Feature } from '../feature.ts';
import { auditQueryRoutes } from './query.ts';

/** The audit API. */
export const auditsFeature: Feature = { name: 'audits', routes: auditQueryRoutes };
