import * as z from 'zod';
import { apiVersion, environmentNames, jsonObject, someText } from './strict-object.ts';

/** A part of a key, as YAML read it; the text the author wrote counts. */
export const keyPart = z.union([z.string(), z.number(), z.boolean()]);

/**
 * `config/<area>/<type>/<slug>.yaml`: one resource. The key fields of the type stand beside `type`; which they are, the
 * catalogue knows. Everything else is under `spec`.
 */
export const resourceSchema = z
  .object({
    apiVersion,
    kind: z.literal('Resource', { error: 'Write kind: Resource.' }),
    type: someText.describe('resource type, for example routing_queue'),
    environments: environmentNames.optional().describe('only these environments have it'),
    labels: z.record(z.string(), z.string()).optional().describe('labels for expressions'),
    spec: jsonObject.prefault({}).describe('the fields this file owns'),
  })
  .catchall(keyPart);
