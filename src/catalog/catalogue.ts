import { createCatalogue } from './create-catalogue.ts';
import { descriptors } from './registry.ts';
import { reviewKnowledge } from './review/review-knowledge.ts';

/** Every type that Signalbox knows. */
export const catalogue = createCatalogue(descriptors, reviewKnowledge);
