import { jsonDocument } from '../text/document.ts';
import type { ReadableError } from './human.ts';

/** An error as JSON, kind `Error`: `code`, `message`, `remedy`, `context`. */
export function errorToJson({ code, message, remedy, context }: ReadableError): string {
  return jsonDocument('Error', { code, message, remedy, context });
}
