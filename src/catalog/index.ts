/**
 * What Signalbox knows of Genesys Cloud's resource types, as data: one descriptor per type. No behaviour lives here,
 * and nothing but the composition of the program imports it: everything else gets the catalogue as an argument.
 */
import { createCatalogue } from './create-catalogue.ts';
import { descriptors } from './registry.ts';

export { createCatalogue } from './create-catalogue.ts';

/** Every type that Signalbox knows. */
export const catalogue = createCatalogue(descriptors);
