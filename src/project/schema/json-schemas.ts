import * as z from 'zod';
import type { JsonObject } from '../../core/index.ts';
import type { Catalogue, FieldShapes } from '../../core/resource/index.ts';
import { planFileSchema } from '../plan-file/plan-schema.ts';
import { changesetEditorSchema } from './changeset-schema.ts';
import { environmentSchema } from './environment-schema.ts';
import { policySchema, policyTestSchema } from './policy-schema.ts';
import { projectSchema } from './project-schema.ts';
import { resourceSchema } from './resource-schema.ts';
import { typesFile, typesSchema } from './types/type-schemas.ts';
import { withActionTypes, withDocumentTypes } from './types/with-types.ts';

/**
 * The JSON Schemas of all kinds of files, by file name (`changeset.json`), for editors; what `schemas/` holds. They name
 * each other by file name, so they belong into one folder. `types.json` has a line for each type and model.
 */
export function jsonSchemas(catalogue: Catalogue, shapes: FieldShapes): Readonly<Record<string, string>> {
  const schemas = {
    'project.json': toSchema(projectSchema),
    'environment.json': toSchema(environmentSchema),
    'resource.json': withDocumentTypes(toSchema(resourceSchema), catalogue),
    'changeset.json': withActionTypes(toSchema(changesetEditorSchema), catalogue),
    'plan.json': toSchema(planFileSchema),
    'policy.json': toSchema(policySchema),
    'policy-test.json': toSchema(policyTestSchema),
    [typesFile]: typesSchema(catalogue, shapes),
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, textOf(schema)]));
}

function toSchema(schema: z.ZodType): JsonObject {
  return z.toJSONSchema(schema, { io: 'input' }) as JsonObject;
}

/** Definitions and rules take one line each: there are hundreds, and differences stay readable. */
function textOf(schema: JsonObject): string {
  const { $defs, allOf, ...rest } = schema;
  const parts = Object.entries(rest).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value, null, 2)}`,
  );
  if (Array.isArray(allOf)) parts.push(`"allOf": [\n${allOf.map((rule) => JSON.stringify(rule)).join(',\n')}\n]`);
  if ($defs !== undefined) {
    const lines = Object.entries($defs as JsonObject).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    parts.push(`"$defs": {\n${lines.join(',\n')}\n}`);
  }
  return `{\n${parts.join(',\n')}\n}\n`;
}
