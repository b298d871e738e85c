import * as z from 'zod';
import { jsonObject, someText, strictObject } from './strict-object.ts';

const value = z.union([z.string(), strictObject({ secret: someText.describe('reference such as file: or exec:') })]);

const dataActionSchema = strictObject({
  action: someText.describe('name of the data action'),
  category: someText.optional(),
  inputs: jsonObject.default({}),
  expect: someText.optional().describe('condition over result; without it the action must only succeed'),
  sideEffects: z
    .literal('acknowledged', {
      error: 'Write sideEffects: acknowledged. The call reaches the system behind the action.',
    })
    .describe('the call reaches the system behind the action; say that this is meant'),
});

const routeSchema = strictObject({
  number: someText.describe('number that is called, +3226200000'),
  at: someText.describe('instant of the call, 2026-12-25T10:00:00Z'),
  expect: someText.describe('condition over route: route.queue == "VIP"'),
});

const httpSchema = strictObject({
  url: someText,
  method: z.enum(['GET', 'POST']).default('GET'),
  headers: z.record(z.string(), value).default({}),
  body: z.string().optional(),
  expect: strictObject({
    status: z.int().min(100).max(599).default(200),
    contains: someText.optional().describe('text that the answer contains'),
  }).prefault({}),
});

const commandSchema = strictObject({
  run: z.array(someText).min(1, 'Give the program and its arguments.').describe('program and arguments; no shell'),
  env: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/u), value)
    .default({})
    .describe('variables of the program'),
});

/** A test after a deployment: one of assert, dataAction, route, http and command says what it does. */
export const testSchema = strictObject({
  name: someText,
  assert: someText.optional().describe('condition over the deployed organisation'),
  dataAction: dataActionSchema.optional().describe('calls a data action'),
  route: routeSchema.optional().describe('traces where a call would go'),
  http: httpSchema.optional().describe('asks an address'),
  command: commandSchema.optional().describe('runs a program of the machine that deploys'),
  when: z.enum(['end', 'every-wave']).optional().describe('every-wave: between the waves of a deployment, too'),
  retry: strictObject({ times: z.int().min(1).max(100), everySeconds: z.number().min(0).max(3_600) }).optional(),
  timeoutSeconds: z.number().min(1).max(3_600).optional().describe('for one try; 30 by default'),
}).refine(
  ({ assert, dataAction, route, http, command }) =>
    [assert, dataAction, route, http, command].filter((part) => part !== undefined).length === 1,
  'Give one of assert, dataAction, route, http and command.',
);

/** A test as its file says it. */
export type GivenTest = z.output<typeof testSchema>;
