import * as z from 'zod';
import { keyPart } from './resource-schema.ts';
import {
  apiVersion,
  environmentNames,
  jsonObject,
  jsonValue,
  slugText,
  someText,
  strictObject,
} from './strict-object.ts';

const targetSchema = z.object({ type: someText }).catchall(keyPart);
const renameTargetSchema = z.object({ type: someText, to: someText }).catchall(keyPart);
const environments = environmentNames.optional();

const inputSchema = strictObject({
  type: z.enum(['string', 'number', 'boolean', 'list', 'object']),
  description: z.string().optional(),
  default: jsonValue.optional(),
  allowed: z.array(jsonValue).min(1).optional().describe('the only values that may be given'),
});

/** One schema per kind of action, by the key that tells the kind. */
export const actionSchemas = {
  ensure: strictObject({
    ensure: targetSchema,
    from: z.literal('config').optional(),
    set: jsonObject.optional(),
    environments,
  }),
  delete: strictObject({ delete: targetSchema, environments }),
  rename: strictObject({ rename: renameTargetSchema, environments }),
  forEach: strictObject({
    forEach: strictObject({
      type: someText,
      as: z
        .string()
        .regex(/^[a-z_]\w*$/iu, 'Give a name of letters, digits and _.')
        .default('it'),
    }),
    where: someText.optional().describe('condition that chooses the objects'),
    expect: strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() }).optional(),
    set: jsonObject,
    environments,
  }),
  let: strictObject({ let: jsonObject.describe('names and their values'), environments }),
} as const;

/** The key that tells the kind of an action. */
export type ActionKind = keyof typeof actionSchemas;

const metadata = strictObject({
  name: slugText,
  owner: someText.describe('who answers for the change'),
  reason: someText,
  workItem: someText.describe('ticket number'),
  lane: z.enum(['standard', 'normal', 'emergency']).default('normal'),
  incident: someText.optional().describe('number of the incident that an emergency repairs; mandatory in that lane'),
});

const head = { apiVersion, kind: z.literal('Changeset', { error: 'Write kind: Changeset.' }), metadata };
const tests = z.array(strictObject({ name: someText, assert: someText })).default([]);
const inputs = z
  .record(z.string().regex(/^[a-z_]\w*$/iu, 'Give a name of letters, digits and _.'), inputSchema)
  .default({});

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
