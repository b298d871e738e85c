import * as z from 'zod';
import { apiVersion, environmentNames, slugText, someText, strictObject } from './strict-object.ts';

/** How a type is kept. */
export const modeSchema = z.enum(['manage', 'seed', 'observe', 'reference']);

/** Who may write what; the first rule that fits decides. */
export const ownershipRuleSchema = strictObject({
  type: someText.optional().describe('resource type; without it the rule is for all'),
  name: someText.optional().describe('name of the object; * stands for any text'),
  division: someText.optional().describe('division of the object'),
  field: someText.optional().describe('dotted field; the rule covers it and what is below'),
  owner: z.enum(['signalbox', 'terraform', 'hr', 'business', 'by-hand']),
});

/** `signalbox.yaml`: what the project is and what it manages. */
export const projectSchema = strictObject({
  apiVersion,
  kind: z.literal('Project', { error: 'Write kind: Project.' }),
  metadata: strictObject({ name: slugText, description: z.string().optional() }),
  environments: environmentNames.describe('names of the environments in the order of promotion'),
  types: z.record(z.string(), modeSchema).default({}).describe('modes of types that differ from the defaults'),
  ownership: z.array(ownershipRuleSchema).default([]).describe('who may write what, for all environments'),
});
