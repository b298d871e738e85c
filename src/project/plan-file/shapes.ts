import * as z from 'zod';
import type { Json, JsonObject } from '../../core/index.ts';

/** Any JSON value. */
export const jsonValue: z.ZodType<Json> = z.json();

/** A JSON object. */
export const jsonRecord: z.ZodType<JsonObject> = z.record(z.string(), jsonValue);

/** A list of texts. */
export const texts = z.array(z.string());

/** One of the words of a closed union. The record makes a word that is added to the type an error here. */
export function wordOf<Word extends string>(words: Readonly<Record<Word, true>>): z.ZodType<Word> {
  return z.enum(Object.keys(words) as [Word, ...Word[]]);
}

/**
 * An object whose keys are those of the type, optional ones too: a key that is added to the type is an error here. Keys that
 * are not known are let through, as readers of a format that only grows must do.
 */
export function shapeOf<Type>() {
  return <Shape extends Readonly<Record<keyof Type, z.ZodType>>>(shape: Shape) => z.looseObject(shape);
}
