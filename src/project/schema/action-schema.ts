import * as z from 'zod';
import { keyPart } from './resource-schema.ts';
import { environmentNames, jsonObject, jsonValue, someText, strictObject } from './strict-object.ts';

/** A name that expressions can use. */
export const variableName = z.string().regex(/^[a-z_]\w*$/iu, 'Give a name of letters, digits and _.');

const targetSchema = z.object({ type: someText }).catchall(keyPart);
const targets = z.union([targetSchema, z.array(targetSchema).min(1, 'Name at least one object.')]);
const renameTargetSchema = z.object({ type: someText, to: someText }).catchall(keyPart);
const renameTargets = z.union([renameTargetSchema, z.array(renameTargetSchema).min(1, 'Name at least one object.')]);

const conditions = {
  when: someText.optional().describe('condition (CEL) without which the action is skipped, visibly'),
  environments: environmentNames.optional().describe('only these environments; elsewhere it is skipped, visibly'),
};
const values = {
  from: z.literal('config').optional().describe('take the document from config/'),
  set: jsonObject.optional().describe('values, laid over the document'),
};
const count = z.union([z.int().min(0), z.string().regex(/^\$\{[\s\S]*\}$/u, 'Give a number, or ${…} that gives one.')]);
const expect = strictObject({ min: count.optional(), max: count.optional() })
  .optional()
  .describe('how many matches are right; otherwise the plan fails');
const where = someText.optional().describe('condition (CEL) that chooses');

/** Actions inside an iterator, each checked by the schema of its kind afterwards. */
const innerActions = z.array(z.record(z.string(), jsonValue)).min(1, 'Give at least one action.');

const overObjects = strictObject({ type: someText, as: variableName.default('it') });
const overValues = strictObject({
  in: z.union([z.array(jsonValue), z.string().regex(/^\$\{[\s\S]*\}$/u, 'Give a list, or ${…} that gives one.')]),
  as: variableName.default('it'),
});

/** One schema per kind of action, by the key that tells the kind; `forEach` over values has one of its own. */
export const actionSchemas = {
  ensure: strictObject({ ensure: targets, ...values, ...conditions }),
  create: strictObject({ create: targets, ...values, ...conditions }),
  update: strictObject({ update: targets, ...values, ...conditions }),
  delete: strictObject({ delete: targets, ...conditions }),
  rename: strictObject({ rename: renameTargets, ...conditions }),
  forEach: strictObject({
    forEach: overObjects,
    where,
    expect,
    set: jsonObject.optional().describe('values for each match'),
    rename: z
      .union([someText, strictObject({ to: someText })])
      .optional()
      .describe('the new name of each match'),
    delete: z.literal(true).optional().describe('delete each match'),
    do: innerActions.optional().describe('actions for each match, after set and rename'),
    ...conditions,
  })
    .refine(
      (given) =>
        given.set !== undefined || given.rename !== undefined || given.delete === true || given.do !== undefined,
      'Say what to do with each match: set, rename, delete or do.',
    )
    .refine(
      (given) => given.delete === undefined || (given.set === undefined && given.rename === undefined),
      'What is deleted needs no set and no rename.',
    ),
  forEachValue: strictObject({ forEach: overValues, where, expect, do: innerActions, ...conditions }),
  let: strictObject({ let: z.record(variableName, jsonValue).describe('names and their values'), ...conditions }),
} as const;

/** The key that tells the kind of an action. */
export const actionKinds = ['forEach', 'ensure', 'create', 'update', 'delete', 'rename', 'let'] as const;

/** The key that tells the kind of an action. */
export type ActionKind = (typeof actionKinds)[number];
