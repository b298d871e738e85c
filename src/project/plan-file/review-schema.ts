import * as z from 'zod';
import type { ChangeMetadata } from '../../core/index.ts';
import type { WindowFit } from '../../core/gates/index.ts';
import type {
  ComputedField,
  DeploymentCost,
  EndpointCost,
  InverseStep,
  LiveRoute,
  MergedField,
  MergeOutcome,
  PlannedTest,
  PlanReview,
  PlanSubject,
  Reach,
  ReachedObject,
  Risk,
  RiskClass,
  RiskReason,
  RollbackForecast,
  RollbackTerms,
  RouteState,
  SideEffect,
  StepCounts,
  StepReads,
} from '../../core/review/index.ts';
import { jsonRecord, jsonValue, shapeOf, texts, wordOf } from './shapes.ts';
import { interactionEffect, reversibility } from './step-schema.ts';

const rollbackChecks = z.array(shapeOf<RollbackForecast['checks'][number]>()({ name: z.string(), assert: z.string() }));

const sideEffect = shapeOf<SideEffect>()({
  stepId: z.string(),
  address: z.string(),
  kind: wordOf<SideEffect['kind']>({
    'implicit-member': true,
    'platform-default': true,
    'dependent-version': true,
    'comes-with': true,
    'goes-with': true,
    'forced-change': true,
  }),
  path: texts.optional(),
  value: jsonValue.optional(),
  text: z.string(),
});

const stepReads = shapeOf<StepReads>()({
  stepId: z.string(),
  references: texts.describe('addresses of what the written values refer to'),
  values: z.array(
    shapeOf<ComputedField>()({
      path: texts,
      expression: z.string(),
      reads: texts.describe('ways to what the expression reads'),
    }),
  ),
});

const reach = shapeOf<Reach>()({
  objects: z.array(
    shapeOf<ReachedObject>()({
      type: z.string(),
      noun: z.string().optional().describe('what people call an object of the type'),
      address: z.string(),
      via: texts.describe('addresses from what is touched to this object, both included'),
    }),
  ),
  numbers: texts,
  users: z.number().optional().describe('at most so many people'),
  openSchedules: texts,
  routes: z.array(
    shapeOf<LiveRoute>()({
      address: z.string(),
      state: wordOf<RouteState>({ open: true, closed: true, holiday: true, emergency: true }),
      flow: z.string().optional(),
      because: z.string().optional(),
      localTime: z.string().optional(),
      timeZone: z.string().optional(),
    }),
  ),
  unseen: texts.describe('what could not be looked at'),
});

const cost = shapeOf<DeploymentCost>()({
  endpoints: z.array(shapeOf<EndpointCost>()({ method: z.string(), path: z.string(), requests: z.number() })),
  requests: z.number(),
  requestsPerMinute: z.number().optional(),
  minutes: z.number().optional(),
});

const riskClass = wordOf<RiskClass>({ low: true, medium: true, high: true, critical: true });

const risk = shapeOf<Risk>()({
  class: riskClass,
  reasons: z.array(shapeOf<RiskReason>()({ rule: z.string(), class: riskClass, text: z.string(), addresses: texts })),
});

const mergedField = shapeOf<MergedField>()({
  address: z.string(),
  path: texts,
  baseline: jsonValue,
  live: jsonValue.optional(),
  wanted: jsonValue.optional(),
  outcome: wordOf<MergeOutcome>({ kept: true, agreed: true, overwritten: true, conflict: true }),
  runId: z.string(),
  stepId: z.string().optional(),
  by: z.string().optional(),
  at: z.string().optional(),
  text: z.string(),
});

const windowFit = shapeOf<WindowFit>()({
  state: wordOf<WindowFit['state']>({ open: true, closed: true }),
  opensAt: z.string().optional(),
  closesAt: z.string().optional(),
  minutes: z.number().optional(),
  fits: z.boolean().optional(),
  text: z.string(),
});

const plannedTest = shapeOf<PlannedTest>()({
  name: z.string(),
  kind: wordOf<PlannedTest['kind']>({ assert: true, route: true, 'data-action': true, http: true, command: true }),
  ofEnvironment: z.boolean(),
  everyWave: z.boolean(),
  calls: z.string().optional(),
});

const rollback = shapeOf<RollbackForecast>()({
  reversibility,
  steps: z.array(
    shapeOf<InverseStep>()({
      stepId: z.string(),
      address: z.string(),
      kind: wordOf<InverseStep['kind']>({
        create: true,
        update: true,
        rename: true,
        delete: true,
        restore: true,
        none: true,
      }),
      reversibility,
      effect: interactionEffect,
      text: z.string(),
    }),
  ),
  problems: texts,
  approvers: texts,
  successChecks: texts,
  checks: rollbackChecks,
});

const subject = shapeOf<PlanSubject>()({
  metadata: shapeOf<ChangeMetadata>()({
    name: z.string(),
    owner: z.string(),
    reason: z.string(),
    workItem: z.string(),
    lane: wordOf<ChangeMetadata['lane']>({ standard: true, normal: true, emergency: true }),
    incident: z.string().optional(),
  }),
  environment: shapeOf<PlanSubject['environment']>()({
    region: z.string(),
    protected: z.boolean(),
    values: jsonRecord,
  }),
});

/** What helps a reviewer and is no part of the decision. */
export const planReview: z.ZodType<PlanReview> = shapeOf<PlanReview>()({
  counts: shapeOf<StepCounts>()({
    create: z.int(),
    update: z.int(),
    rename: z.int(),
    delete: z.int(),
    noop: z.int(),
  }),
  subject: subject.optional(),
  windowFit: windowFit.optional(),
  tests: z.array(plannedTest).optional(),
  sideEffects: z.array(sideEffect),
  reads: z.array(stepReads),
  reach,
  cost,
  risk,
  merges: z.array(mergedField),
  rollback,
});

/** What was laid down of a rollback when the deployment that it takes back was planned. */
export const rollbackTerms: z.ZodType<RollbackTerms> = shapeOf<RollbackTerms>()({
  undoes: z.string(),
  approvers: texts,
  successChecks: texts,
  checks: rollbackChecks,
});
