import * as z from 'zod';
import { apiVersion, environmentNames, slugText, someText, strictObject } from './strict-object.ts';

const severity = z.enum(['error', 'warning', 'info']);

const ruleSchema = strictObject({
  name: slugText.describe('findings carry the code POLICY/<policy>/<rule>'),
  description: someText.optional().describe('what is wrong when the rule finds something, in one line'),
  severity: severity.default('error').describe('an error forbids the deployment'),
  when: someText.optional().describe('condition on the whole plan without which the rule says nothing'),
  forEach: z
    .string()
    .regex(/^plan(?:\.\w+)+$/u, 'Give a path to a list, such as plan.steps.')
    .optional()
    .describe('the list whose elements are judged one by one'),
  as: z
    .string()
    .regex(/^[a-z_]\w*$/iu, 'Give a name of letters, digits and _.')
    .default('step')
    .describe('the variable that holds the element'),
  deny: someText.describe('condition; true is a finding'),
  message: someText.describe('why, with the values: text with ${…}'),
  remedy: someText.describe('what to do next'),
});

/** `policies/<name>.yaml`: rules of the project's own over plans. */
export const policySchema = strictObject({
  apiVersion,
  kind: z.literal('Policy', { error: 'Write kind: Policy.' }),
  metadata: strictObject({ name: slugText, description: z.string().optional() }),
  spec: strictObject({
    environments: environmentNames.optional().describe('only plans for these are judged'),
    rules: z.array(ruleSchema).min(1, 'Give at least one rule.'),
  }),
});

const expectedFinding = strictObject({
  code: someText.describe('POLICY/<policy>/<rule>'),
  address: someText.optional(),
  severity: severity.optional(),
});

/** `policies/tests/<name>.yaml`: what the policies have to say of saved plans. */
export const policyTestSchema = strictObject({
  apiVersion,
  kind: z.literal('PolicyTest', { error: 'Write kind: PolicyTest.' }),
  metadata: strictObject({ name: slugText, description: z.string().optional() }),
  spec: strictObject({
    cases: z
      .array(
        strictObject({
          name: someText,
          plan: someText.describe('file that signalbox simulate --out wrote, relative to this one'),
          policies: z.array(slugText).optional().describe('only what these policies say counts; all by default'),
          expect: z.array(expectedFinding).describe('everything that is found, in any order; [] for nothing'),
        }),
      )
      .min(1, 'Give at least one case.'),
  }),
});
