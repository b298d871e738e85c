import type { Feature } from '../feature.ts';
import { queryRoutes } from './query-routes.ts';
import { realtimeRoutes } from './realtime-routes.ts';

/** The audit API. */
export const auditsFeature: Feature = { name: 'audits', routes: [...realtimeRoutes, ...queryRoutes] };
