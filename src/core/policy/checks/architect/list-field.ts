import { isJsonArray } from '../../../json/json.ts';
import { isWritten, type TouchedObject } from '../../touched-objects.ts';

/** True when the plan leaves the field without a value (or an empty list), and makes the object or takes the value. */
export function isLeftEmpty(touched: TouchedObject, field: string): boolean {
  const { before, after } = touched;
  if (after === undefined || !(before === undefined || isWritten(touched, field))) return false;
  const value = after[field] ?? null;
  return value === null || (isJsonArray(value) && value.length === 0);
}
