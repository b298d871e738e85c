import * as z from 'zod';
import type { Wave } from '../../core/gates/index.ts';
import type { ArtifactOrigin, Diagnostic, Severity } from '../../core/index.ts';
import type { EvaluatedValue, MatchSet, Plan, PlannedAction } from '../../core/plan/index.ts';
import { planReview, rollbackTerms } from './review-schema.ts';
import { jsonRecord, jsonValue, shapeOf, texts, wordOf } from './shapes.ts';
import { reversibility, sourceLocation, step } from './step-schema.ts';

const plannedAction = shapeOf<PlannedAction>()({
  action: z.int().describe('index into the changeset'),
  text: z.string(),
  source: sourceLocation.optional(),
  skipped: z.string().optional().describe('why it was skipped'),
});

const matchSet = shapeOf<MatchSet>()({
  action: z.int(),
  type: z.string(),
  matched: z.array(z.looseObject({ address: z.string(), handle: z.string() })),
});

const evaluatedValue = shapeOf<EvaluatedValue>()({
  action: z.int(),
  address: z.string(),
  path: texts,
  expression: z.string(),
  value: jsonValue,
});

const diagnostic = shapeOf<Diagnostic>()({
  code: z.string(),
  severity: wordOf<Severity>({ error: true, warning: true, info: true }),
  summary: z.string(),
  detail: z.string(),
  remedy: z.string(),
  address: z.string().optional(),
  source: sourceLocation.optional(),
});

const plan: z.ZodType<Plan> = shapeOf<Plan>()({
  formatVersion: z.literal(1),
  artifactDigest: z.string(),
  changeset: z.string(),
  environment: z.string(),
  organisationId: z.string(),
  environmentDigest: z.string(),
  asOf: z.string().describe('ISO instant that expressions see as now'),
  actions: z.array(plannedAction).optional(),
  steps: z.array(step).describe('in execution order; those that do nothing last'),
  matches: z.array(matchSet),
  values: z.array(evaluatedValue),
  relative: z.boolean(),
  variables: jsonRecord.optional(),
  mapped: z
    .array(z.strictObject({ from: z.string(), to: z.string() }))
    .optional()
    .describe('what addresses stand for in this environment by its mappings'),
  contents: z.record(z.string(), z.string()).describe('texts by digest'),
  diagnostics: z.array(diagnostic),
  decisionDigest: z.string().describe('what an approval is bound to'),
  reads: texts,
  requests: z.number(),
  reversibility,
  origin: shapeOf<ArtifactOrigin>()({ commit: z.string().optional(), dirty: z.boolean().optional() }).optional(),
  waves: z.array(shapeOf<Wave>()({ number: z.int(), stepIds: texts, objects: z.int() })).optional(),
  review: planReview.optional(),
  terms: rollbackTerms.optional(),
});

/** The document that `simulate --format json` prints and `simulate --out` writes. */
export const planFileSchema = z.looseObject({
  apiVersion: z.literal('signalbox/v1'),
  kind: z.literal('Plan'),
  hasChanges: z.boolean(),
  counts: z.record(z.string(), z.int()),
  estimatedMinutes: z.number(),
  snapshot: z
    .looseObject({ digest: z.string(), takenAt: z.string() })
    .optional()
    .describe('planned over a saved snapshot'),
  plan,
});
