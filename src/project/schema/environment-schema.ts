import * as z from 'zod';
import { gateShape } from './gates-schema.ts';
import { policySettingsSchema } from './policy-settings-schema.ts';
import { modeSchema, objectModes, ownershipEntrySchema } from './project-schema.ts';
import { apiVersion, jsonObject, jsonValue, slugText, someText, strictObject } from './strict-object.ts';
import { testSchema } from './test-schema.ts';

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu, 'Give the id as the platform shows it.');

const gatewaySchema = strictObject({
  protocol: z.enum(['http', 'https']).default('https'),
  host: someText,
  port: z.int().min(1).max(65_535).optional(),
  pathParams: z.array(strictObject({ name: someText, value: someText })).default([]),
  credentials: someText.optional().describe('credential reference for the gateway itself'),
});

const rollbackSchema = strictObject({
  approvers: z.array(someText).default([]).describe('who may approve taking a deployment back'),
  checks: z
    .array(strictObject({ name: someText, assert: someText.describe('CEL over the organisation; true when it holds') }))
    .default([])
    .describe('what has to hold once a deployment was taken back'),
});

/** `environments/<name>.yaml`: one organisation and its rules. */
export const environmentSchema = strictObject({
  apiVersion,
  kind: z.literal('Environment', { error: 'Write kind: Environment.' }),
  metadata: strictObject({ name: slugText, description: z.string().optional() }),
  organisation: strictObject({
    id: guid.describe('the organisation this environment is; any other is refused'),
    region: someText.describe('for example mypurecloud.ie or eu-west-1'),
  }),
  protected: z.boolean().default(false).describe('stricter rules apply, for example for credentials'),
  connection: strictObject({
    credentials: strictObject({
      read: someText.optional().describe('credential reference for simulate, export and drift'),
      write: someText.optional().describe('credential reference for deploy and rollback'),
    }).prefault({}),
    apiUrl: z.url().optional().describe('instead of the address that belongs to the region'),
    loginUrl: z.url().optional(),
    gateway: gatewaySchema.optional(),
    apiBudget: strictObject({
      requestsPerMinute: z.int().min(1).default(300),
      reserve: z.int().min(0).default(60).describe('requests a minute left to other integrations'),
    }).prefault({}),
    requestTimeoutSeconds: z
      .number()
      .min(1)
      .max(300)
      .optional()
      .describe(
        'longest life of one request; 30 by default. A died deployment can be resumed after four times as long',
      ),
  }).prefault({}),
  values: jsonObject.default({}).describe('env.values in expressions'),
  mappings: z
    .array(strictObject({ from: someText, to: someText }))
    .default([])
    .describe('addresses that stand for others here; the stars of to stand for what those of from did, in order'),
  valueMappings: z
    .array(
      strictObject({
        type: someText.optional().describe('only in resources of this type; * stands for any text'),
        field: someText.optional().describe('only in this field and below, for example config.request or dnis[]'),
        from: jsonValue.describe('the whole value as it stands in documents; in texts * stands for any text'),
        to: jsonValue.describe('the value here'),
      }),
    )
    .default([])
    .describe('plain values that stand for others here: domains, numbers, addresses of web services'),
  pins: z
    .record(z.string(), strictObject({ $id: guid, reason: someText }))
    .default({})
    .describe('ambiguous addresses bound to one object'),
  labels: z
    .array(
      strictObject({
        type: someText,
        name: someText.default('*').describe('name of the object; * stands for any text'),
        division: someText.optional().describe('only objects of this division'),
        where: someText.optional().describe('CEL over object; only objects for which it is true'),
        labels: z.record(z.string(), z.string()),
      }),
    )
    .default([])
    .describe('labels for objects that have none of their own; expressions see them'),
  exceptions: z
    .array(
      strictObject({
        resource: someText.describe('address as it is here; * stands for any text'),
        field: someText.optional().describe('dotted field; without it the object as a whole'),
        reason: someText,
        owner: someText.describe('who answers for it'),
        expires: z.iso.date('Give a day such as 2026-12-31.').describe('the last day on which it holds'),
      }),
    )
    .default([])
    .describe('differences that are meant, each with somebody who answers for it until a day'),
  ownership: z
    .array(ownershipEntrySchema)
    .default([])
    .describe('rules of this environment; they come before those of the project'),
  types: z.record(z.string(), modeSchema).default({}).describe('modes of types that differ here'),
  objects: objectModes,
  limits: strictObject({
    maxObjects: z.int().min(0).default(500),
    maxDeletes: z.int().min(0).default(10),
  }).prefault({}),
  onFailure: z.enum(['compensate', 'hold']).default('compensate'),
  rollback: rollbackSchema.optional().describe('who may approve a rollback and how its success is verified'),
  ...gateShape,
  tests: z.array(testSchema).default([]).describe('tests after every deployment here'),
  approvals: strictObject({
    irreversible: z.int().min(0).describe('how many people have to agree with a step that nothing takes back'),
  }).optional(),
  policies: policySettingsSchema
    .optional()
    .describe('checks and waivers of this environment; they come before those of the project'),
});
