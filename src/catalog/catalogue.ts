import { createCatalogue } from './create-catalogue.ts';
import { descriptors } from './registry.ts';

/** Every type that Signalbox knows. */
export const catalogue = createCatalogue(descriptors);
