import type { Plan, Step } from '../plan/plan.ts';

/** A part of a plan that is no part of the decision. */
export interface OutsidePart {
  /** Key of the plan, or `steps[].key` of its steps. */
  readonly part: string;
  /** What it is, for people. */
  readonly name: string;
  /** Why it may change without a new approval. */
  readonly why: string;
}

type Place = 'inside' | { readonly name: string; readonly why: string };

/** Every key of a plan, inside or outside. A key that is new must be decided on here. */
const planPlaces: Readonly<Record<keyof Plan, Place>> = {
  formatVersion: { name: 'version of the file format', why: 'it says how the plan is written down, not what it does' },
  artifactDigest: 'inside',
  changeset: { name: 'name of the changeset', why: 'the digest of the artifact stands for all of it' },
  environment: 'inside',
  organisationId: 'inside',
  environmentDigest: 'inside',
  asOf: { name: 'instant of the plan', why: 'what expressions made of it is inside' },
  actions: { name: 'actions as headings', why: 'the digest of the artifact stands for all of it' },
  steps: 'inside',
  matches: 'inside',
  values: 'inside',
  relative: { name: 'whether it is relative', why: 'it follows from the artifact' },
  variables: { name: 'variables for the tests', why: 'what was written with them is inside' },
  mapped: { name: 'mapped addresses', why: 'the ids they lead to and the rules of the environment are inside' },
  contents: { name: 'texts of contents', why: 'their digests are inside' },
  diagnostics: { name: 'findings of checks and policies', why: 'they are judged anew before the first write' },
  decisionDigest: { name: 'the decision digest', why: 'it is made from what is inside' },
  reads: { name: 'what was looked at', why: 'other objects may come and go' },
  requests: { name: 'number of requests', why: 'cost may change with what else is there' },
  reversibility: { name: 'reversibility of the whole', why: 'it follows from the steps' },
  origin: { name: 'commit of the sources', why: 'the digest of the artifact stands for all of it' },
  waves: { name: 'waves', why: 'they follow from the steps and the rules of the environment, which are inside' },
  review: {
    name: 'review: risk, reach, cost, side effects, merges, window and forecast of the rollback',
    why: 'it helps to decide and changes with what others do',
  },
  terms: { name: 'approvers and checks of a rollback', why: 'they were laid down with the run that it takes back' },
};

type StepKey = Step extends infer One ? (One extends unknown ? keyof One : never) : never;

const stepPlaces: Readonly<Record<StepKey, Place>> = {
  id: { name: 'numbers of steps', why: 'order is no decision' },
  kind: 'inside',
  handle: 'inside',
  type: 'inside',
  address: 'inside',
  phase: { name: 'phases of steps', why: 'order is no decision' },
  dependsOn: { name: 'what steps wait for', why: 'order is no decision' },
  reason: { name: 'reasons', why: 'they explain and never decide' },
  actions: { name: 'actions behind steps', why: 'the digest of the artifact stands for all of it' },
  source: { name: 'places in files', why: 'moving an action to another line is no new decision' },
  reversibility: { name: 'reversibility of steps', why: 'it follows from type, kind and changed fields' },
  effect: { name: 'effect on interactions', why: 'it follows from the type' },
  requests: { name: 'requests of steps', why: 'cost may change' },
  restores: { name: 'whether a deleted object is brought back', why: 'its id is inside' },
  after: 'inside',
  changes: 'inside',
  from: { name: 'old name of a rename', why: 'the id and the change of the name are inside' },
  before: { name: 'fields of what is deleted', why: 'its address and id are inside; it goes whatever it holds' },
};

/** What of a plan is outside its decision, in the order of the plan; besides, steps that do nothing and fields nobody touches. */
export function outsideDecision(): readonly OutsidePart[] {
  return [
    ...partsOf(planPlaces, ''),
    ...partsOf(stepPlaces, 'steps[].'),
    { part: 'steps', name: 'steps that change nothing', why: 'they write nothing' },
    {
      part: 'live',
      name: 'fields that nobody touches, and versions',
      why: 'edits of others are merged, never overwritten',
    },
    { part: 'live', name: 'names of what is only referred to', why: 'references are held by id' },
  ];
}

function partsOf(places: Readonly<Record<string, Place>>, prefix: string): readonly OutsidePart[] {
  return Object.entries(places).flatMap(([key, place]) =>
    place === 'inside' ? [] : [{ part: `${prefix}${key}`, name: place.name, why: place.why }],
  );
}
