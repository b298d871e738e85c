import type { Feature } from '../feature.ts';
import { moduleRoutes } from './module-routes.ts';
import { moduleType } from './module.ts';

/** Learning modules with their versions and rules. */
export const learningFeature: Feature = { name: 'learning', types: [moduleType], routes: moduleRoutes };
