import * as z from 'zod';
import { nearestName, type Json, type JsonObject } from '../../core/index.ts';
import { suggestion } from '../files/problem.ts';

/** An object with exactly these keys; an unknown one is an issue whose message suggests the nearest right key. */
export function strictObject<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return issue.keys
        .map((key) => `"${key}" is not known here.${suggestion(nearestName(key, known), known)}`)
        .join('\n');
    },
  });
}

/** Any JSON value. */
export const jsonValue: z.ZodType<Json> = z.json();

/** Any JSON object. */
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** A name that files and flags can carry: lower-case letters, digits, hyphens. */
export const slugText = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/u, 'Use lower-case letters, digits and hyphens, at most 63.');

/** A text that says something. */
export const someText = z.string().min(1, 'Give a text that is not empty.');

/** Names of environments. */
export const environmentNames = z.array(slugText).min(1, 'Name at least one environment, or leave the key out.');

/** The first line of every file. */
export const apiVersion = z.literal('signalbox/v1', { error: 'Write apiVersion: signalbox/v1.' });
