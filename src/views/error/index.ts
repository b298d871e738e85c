/** Errors as text and JSON. */
export { errorToHuman, type ReadableError } from './human.ts';
export { errorToJson } from './json.ts';
