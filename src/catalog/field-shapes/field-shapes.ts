import type { FieldShapes } from '../../core/resource/index.ts';
import shapes from './shapes.json' with { type: 'json' };

/**
 * What is known of the values of fields, generated from the description of the public API by
 * `tools/write-field-shapes.ts`. Apart from the catalogue, since only checks of files and editors need it.
 */
export const fieldShapes: FieldShapes = shapes as unknown as FieldShapes;
