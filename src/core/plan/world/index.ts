/** The target organisation as one plan sees it and leaves it. */
export { documentOf } from './projected-object.ts';
export { createWorld, type ProjectedObject } from './world.ts';
