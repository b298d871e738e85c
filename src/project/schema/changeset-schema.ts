import * as z from 'zod';
import type { MetadataField } from '../project.ts';
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

const said = {
  owner: someText.describe('who answers for the change'),
  reason: someText,
  workItem: someText.describe('ticket number'),
};

const metadata = strictObject({
  name: slugText,
  owner: said.owner.optional(),
  reason: said.reason.optional(),
  workItem: said.workItem.optional(),
  lane: z.enum(['standard', 'normal', 'emergency']).default('normal'),
  incident: someText.optional().describe('number of the incident that an emergency repairs; mandatory in that lane'),
});

const head = { apiVersion, kind: z.literal('Changeset', { error: 'Write kind: Changeset.' }), metadata };
const tests = z.array(testSchema).default([]);
const inputs = z.record(variableName, inputSchema).default({});

/**
 * A changeset that says what its project asks for; what may be left out is the empty text. Its actions are checked one by
 * one afterwards, each by the schema of its kind.
 */
export function changesetSchema(required: readonly MetadataField[]) {
  const text = (field: MetadataField) => (required.includes(field) ? said[field] : said[field].default(''));
  return strictObject({
    ...head,
    metadata: metadata.extend({ owner: text('owner'), reason: text('reason'), workItem: text('workItem') }),
    spec: strictObject({
      environments,
      inputs,
      actions: z.array(z.record(z.string(), jsonValue)).min(1, 'Give at least one action.'),
      tests,
    }),
  });
}

/** The whole of `changesets/<name>.yaml`, for editors, which do not know what the project asks for. */
export const changesetEditorSchema = strictObject({
  ...head,
  spec: strictObject({ environments, inputs, actions: z.array(z.union(Object.values(actionSchemas))).min(1), tests }),
});
