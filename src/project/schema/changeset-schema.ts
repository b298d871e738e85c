import * as z from 'zod';
import { actionSchemas, variableName } from './action-schema.ts';
import { testSchema } from './test-schema.ts';
import { apiVersion, environmentNames, jsonValue, slugText, someText, strictObject } from './strict-object.ts';

const environments = environmentNames.optional();

const inputSchema = strictObject({
  type: z.enum(['string', 'number', 'boolean', 'list', 'object', 'secret']),
  description: z.string().optional(),
  default: jsonValue.optional(),
  allowed: z.array(jsonValue).min(1).optional().describe('the only values that may be given'),
});

const metadata = strictObject({
  name: slugText,
  owner: someText.describe('who answers for the change'),
  reason: someText,
  workItem: someText.describe('ticket number'),
  lane: z.enum(['standard', 'normal', 'emergency']).default('normal'),
  incident: someText.optional().describe('number of the incident that an emergency repairs; mandatory in that lane'),
});

const head = { apiVersion, kind: z.literal('Changeset', { error: 'Write kind: Changeset.' }), metadata };
const tests = z.array(testSchema).default([]);
const inputs = z.record(variableName, inputSchema).default({});

/** A changeset whose actions are checked one by one afterwards, each by the schema of its kind. */
export const changesetSchema = strictObject({
  ...head,
  spec: strictObject({
    environments,
    inputs,
    actions: z.array(z.record(z.string(), jsonValue)).min(1, 'Give at least one action.'),
    tests,
  }),
});

/** The whole of `changesets/<name>.yaml`, for editors. */
export const changesetEditorSchema = strictObject({
  ...head,
  spec: strictObject({ environments, inputs, actions: z.array(z.union(Object.values(actionSchemas))).min(1), tests }),
});
