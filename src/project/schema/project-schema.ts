import * as z from 'zod';
import { policySettingsSchema } from './policy-settings-schema.ts';
import { apiVersion, environmentNames, slugText, someText, strictObject } from './strict-object.ts';

/** How a type is kept. */
export const modeSchema = z.enum(['manage', 'seed', 'observe', 'reference']);

/** How objects of a type travel between environments. */
const portabilitySchema = z.enum(['portable', 'mapped', 'environment']);

/** Who may write what; the first rule that fits decides. */
const ruleSchema = strictObject({
  type: someText.optional().describe('resource type; without it the rule is for all'),
  name: someText.optional().describe('name of the object; * stands for any text'),
  division: someText.optional().describe('division of the object'),
  field: someText.optional().describe('dotted field; the rule covers it and what is below'),
  owner: z.enum(['signalbox', 'terraform', 'hr', 'business', 'by-hand']),
});

/** A rule, or the record of another tool that lists what is its own. */
export const ownershipEntrySchema = z.union([
  strictObject({
    from: z.literal('terraform-state').describe('every object that a Terraform state holds belongs to Terraform'),
    file: someText.describe('the state file, relative to the project; secrets in it are never kept'),
    field: someText.optional().describe('only this field of those objects'),
  }),
  ruleSchema,
]);

/** Modes of single objects. */
export const objectModes = z
  .array(strictObject({ resource: someText.describe('address; * stands for any text'), mode: modeSchema }))
  .default([])
  .describe('modes of objects that differ from those of their types; the first that fits decides');

/** `signalbox.yaml`: what the project is and what it manages. */
export const projectSchema = strictObject({
  apiVersion,
  kind: z.literal('Project', { error: 'Write kind: Project.' }),
  metadata: strictObject({ name: slugText, description: z.string().optional() }),
  environments: environmentNames.describe('names of the environments in the order of promotion'),
  types: z.record(z.string(), modeSchema).default({}).describe('modes of types that differ from the defaults'),
  objects: objectModes,
  portability: z
    .record(z.string(), portabilitySchema)
    .default({})
    .describe('types that travel between environments in another way than the catalogue says'),
  ownership: z.array(ruleSchema).default([]).describe('who may write what, for all environments'),
  changes: strictObject({
    require: z
      .array(z.enum(['owner', 'reason', 'workItem']))
      .default(['owner', 'reason', 'workItem'])
      .describe('what a changeset must say of itself'),
  }).prefault({}),
  policies: policySettingsSchema.optional().describe('checks and waivers, for all environments'),
});
