import * as z from 'zod';
import type { SourceLocation } from '../../core/index.ts';
import type {
  CreateStep,
  DeleteStep,
  FieldChange,
  NoopStep,
  Phase,
  RenameStep,
  Step,
  UpdateStep,
} from '../../core/plan/index.ts';
import type { InteractionEffect, Reversibility } from '../../core/resource/index.ts';
import { jsonRecord, jsonValue, shapeOf, texts, wordOf } from './shapes.ts';

/** Whether undoing gives the same object back. */
export const reversibility = wordOf<Reversibility>({ exact: true, 'new-id': true, irreversible: true });

/** Which interactions a change reaches. */
export const interactionEffect = wordOf<InteractionEffect>({ 'in-progress': true, 'new-only': true, none: true });

/** A place in the author's files. */
export const sourceLocation = shapeOf<SourceLocation>()({
  file: z.string(),
  line: z.number().optional(),
  column: z.number().optional(),
});

const fieldChange = shapeOf<FieldChange>()({
  path: texts.describe('way to the field, outermost name first'),
  before: jsonValue.optional().describe('absent when the field had no value'),
  after: jsonValue.describe('null clears'),
});

const base = {
  id: z.string().describe('s1, s2… in execution order'),
  handle: z.string().describe('the live id, or new#1 for an object that the plan makes'),
  type: z.string(),
  address: z.string(),
  phase: wordOf<Phase>({ 'free-key': true, create: true, update: true, publish: true, delete: true }),
  dependsOn: texts.describe('ids of steps that must be verified before this one starts'),
  reason: z.string(),
  actions: z.array(z.int()).describe('indexes of the actions of the changeset that led to it'),
  source: sourceLocation.optional(),
  reversibility,
  effect: interactionEffect,
  requests: z.number(),
};

/** One step of a plan. */
export const step: z.ZodType<Step> = z.discriminatedUnion('kind', [
  shapeOf<CreateStep>()({
    ...base,
    kind: z.literal('create'),
    after: jsonRecord,
    restores: z.literal(true).optional(),
  }),
  shapeOf<UpdateStep>()({ ...base, kind: z.literal('update'), changes: z.array(fieldChange) }),
  shapeOf<RenameStep>()({ ...base, kind: z.literal('rename'), from: z.string(), changes: z.array(fieldChange) }),
  shapeOf<DeleteStep>()({ ...base, kind: z.literal('delete'), before: jsonRecord }),
  shapeOf<NoopStep>()({ ...base, kind: z.literal('noop') }),
]);
