/**
 * What is known of the values inside fields, generated from the description of the public API. Apart from the catalogue,
 * since only checks of files and editors need it; nothing decides by it what a field may hold.
 */
export { fieldShapes } from './field-shapes.ts';
