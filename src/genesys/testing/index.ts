/** A scripted API and plain resource types, for tests of any folder. Nothing here is part of the product. */
export { catalogueOf, crud, described } from './describe.ts';
export { scriptsOf, type Script } from './script.ts';
