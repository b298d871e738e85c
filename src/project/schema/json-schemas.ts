import * as z from 'zod';
import type { Json } from '../../core/index.ts';
import { planFileSchema } from '../plan-file/plan-schema.ts';
import { changesetEditorSchema } from './changeset-schema.ts';
import { environmentSchema } from './environment-schema.ts';
import { policySchema, policyTestSchema } from './policy-schema.ts';
import { projectSchema } from './project-schema.ts';
import { resourceSchema } from './resource-schema.ts';

const kinds = {
  project: projectSchema,
  environment: environmentSchema,
  resource: resourceSchema,
  changeset: changesetEditorSchema,
  plan: planFileSchema,
  policy: policySchema,
  'policy-test': policyTestSchema,
} as const;

/** The JSON Schemas of all kinds of files, by file name (`changeset.json`); what `schemas/` holds. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, schema]) => {
      const generated = z.toJSONSchema(schema, { io: 'input' }) as Json;
      return [`${kind}.json`, `${JSON.stringify(generated, null, 2)}\n`];
    }),
  );
}
