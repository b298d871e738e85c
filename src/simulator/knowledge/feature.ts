import type { Feature } from '../feature.ts';
import { categoryType } from './category.ts';
import { documentType } from './document.ts';
import { baseType } from './knowledge-base.ts';
import { labelType } from './label.ts';
import { readingRoutes } from './reading-routes.ts';
import { variationType } from './variation.ts';
import { versionRoutes } from './version-routes.ts';

/** Knowledge bases with categories, labels, and documents, whose variations hold what they say. */
export const knowledgeFeature: Feature = {
  name: 'knowledge',
  types: [baseType, categoryType, labelType, documentType, variationType],
  routes: [...readingRoutes, ...versionRoutes],
};
