import type { CheckFacts } from './policy-check.ts';

/**
 * Checks that planning itself makes, because a plan that fails them can not be computed or carried out. They count among
 * the built-in ones, are reported once, by the planner, and are never turned off; what they allow is set elsewhere.
 */
export const plannedChecks: readonly CheckFacts[] = [
  planned('SB1005', 'unmanaged-type', 'types of touched objects, and their modes', 'the mode of the type (`types:`)'),
  planned('SB1006', 'other-owner', 'touched objects and fields, and who owns them', 'the `ownership:` rules'),
  planned('SB1009', 'too-many-objects', 'how many objects the plan touches', '`limits.maxObjects` of the environment'),
  planned('SB1010', 'too-many-deletes', 'how many objects the plan deletes', '`limits.maxDeletes` of the environment'),
  planned(
    'SB1011',
    'reference-still-used',
    'everything that refers to an object to be deleted, as far as it can be read',
    'taking the reference out in the same changeset',
  ),
  planned(
    'SB1016',
    'unknown-substitution',
    'substitutions of content texts: each has a value and is read as it is',
    'giving every `{{name}}` of the text a value',
  ),
  planned(
    'SB1040',
    'secret-in-the-open',
    'fields that hold secrets: they get references, and no other field does',
    'an input of `type: secret`, or `{ $secret: … }`',
  ),
  planned(
    'SB1050',
    'environment-object-promoted',
    'objects that belong to one environment, touched or referred to by a change that comes from an earlier one',
    '`environments: [name]` of the action, a mapping, or `portability:` of the project',
  ),
];

function planned(code: string, name: string, looksAt: string, plannedBy: string): CheckFacts {
  return { code, name, severity: 'error', looksAt, parameters: {}, plannedBy };
}
