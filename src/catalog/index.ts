/**
 * What Signalbox knows of Genesys Cloud's resource types, as data: one descriptor per type. No behaviour lives here,
 * and nothing but the composition of the program imports it: everything else gets the catalogue as an argument.
 */
export { catalogue } from './catalogue.ts';
export { createCatalogue } from './create-catalogue.ts';
