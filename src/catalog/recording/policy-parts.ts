import type { ListRule, ReferenceRule } from '../../core/resource/index.ts';

/** The parts of a policy for one medium each. They have what the policy itself has: conditions and actions. */
const mediaParts = ['callPolicy', 'chatPolicy', 'emailPolicy', 'messagePolicy'].map((part) => `mediaPolicies.${part}.`);

const parts = ['', ...mediaParts];

const conditionTypes = {
  'conditions.forUsers[]': 'user',
  'conditions.forQueues[]': 'routing_queue',
  'conditions.wrapupCodes[]': 'routing_wrapupcode',
  'conditions.teams[]': 'team',
};

const actionTypes = {
  'actions.assignEvaluations[].evaluationForm': 'quality_forms_evaluation',
  'actions.assignEvaluations[].user': 'user',
  'actions.assignMeteredEvaluations[].evaluationForm': 'quality_forms_evaluation',
  'actions.assignMeteredEvaluations[].evaluators[]': 'user',
  'actions.assignMeteredAssignmentByAgent[].evaluationForm': 'quality_forms_evaluation',
  'actions.assignMeteredAssignmentByAgent[].evaluators[]': 'user',
  'actions.assignCalibrations[].evaluationForm': 'quality_forms_evaluation',
  'actions.assignCalibrations[].calibrator': 'user',
  'actions.assignCalibrations[].expertEvaluator': 'user',
  'actions.assignCalibrations[].evaluators[]': 'user',
  'actions.assignSurveys[].flow': 'flow',
  'actions.assignSurveys[].surveyForm': 'quality_forms_survey',
  'actions.integrationExport.integration': 'integration',
};

const unordered = [
  'conditions.forUsers',
  'conditions.forQueues',
  'conditions.wrapupCodes',
  'conditions.teams',
  'conditions.dateRanges',
  'conditions.timeAllowed.timeSlots',
  'actions.assignMeteredEvaluations[].evaluators',
  'actions.assignMeteredAssignmentByAgent[].evaluators',
  'actions.assignCalibrations[].evaluators',
];

/** What a policy refers to, in all of its parts; `*` stands for everybody or everything. */
export const policyReferences: readonly ReferenceRule[] = [
  ...parts.flatMap((part) => referencesAt(part, { ...conditionTypes, ...actionTypes })),
  ...mediaParts.flatMap((part) => referencesAt(part, { 'conditions.languages[]': 'routing_language' })),
];

/** Lists of a policy in which order means nothing. */
export const policyLists: Readonly<Record<string, ListRule>> = Object.fromEntries([
  ...parts.flatMap((part) => setsAt(part, unordered)),
  ...mediaParts.flatMap((part) => setsAt(part, ['conditions.languages'])),
]);

/** Ids that the platform derives from the evaluation form beside them. */
export const derivedIds: readonly string[] = parts.flatMap((part) => [
  `${part}actions.assignMeteredEvaluations[].evaluationContextId`,
  `${part}actions.assignMeteredAssignmentByAgent[].evaluationContextId`,
]);

function referencesAt(part: string, types: Readonly<Record<string, string>>): readonly ReferenceRule[] {
  return Object.entries(types).map(([place, type]) => ({
    path: part + place,
    wire: 'object',
    type,
    ...(place.endsWith('[]') && { literals: ['*'] }),
  }));
}

function setsAt(part: string, places: readonly string[]): readonly (readonly [string, ListRule])[] {
  return places.map((place) => [part + place, { kind: 'set' }]);
}
