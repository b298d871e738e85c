import { matchesGlob } from '../../../text/glob.ts';
import { defineCheck } from '../../policy-check.ts';

/** Words that people write where they have nothing to say. */
const placeholders: readonly string[] = ['-', '.', '?', 'fixme', 'n/a', 'na', 'none', 'tba', 'tbd', 'todo', 'x', 'xxx'];

const fields: readonly string[] = ['owner', 'reason', 'workItem'];

/** SB1101: owner, reason and work item say something, in the form that the project asks for. */
export const missingMetadata = defineCheck({
  code: 'SB1101',
  name: 'missing-metadata',
  severity: 'error',
  looksAt: 'owner, reason and work item of the changeset',
  parameters: {
    required: {
      default: fields,
      meaning: 'fields that have to say something; those of `changes.require` of the project',
    },
    owner: { default: '*', meaning: 'glob that the owner fits, for example `*@example.com`' },
    workItem: { default: '*', meaning: 'glob that the work item fits, for example `CC-*`' },
    reasonLength: { default: 1, meaning: 'least number of characters of the reason', least: 1, most: 500 },
  },
  run: ({ world }, { required, owner, workItem, reasonLength }) => {
    const { metadata } = world.input.artifact.changeset;
    const empty = (['owner', 'reason', 'workItem'] as const)
      .filter((field) => required.includes(field) && isEmpty(metadata[field]))
      .map((field) => `\`${field}\` says nothing ("${metadata[field]}").`);
    const misfit = [
      { field: 'owner', value: metadata.owner, glob: owner },
      { field: 'workItem', value: metadata.workItem, glob: workItem },
    ]
      .filter(({ value, glob }) => !isEmpty(value) && !matchesGlob(glob, value))
      .map(({ field, value, glob }) => `\`${field}\` is "${value}"; the project asks for ${glob}.`);
    const { length } = metadata.reason.trim();
    const short =
      isEmpty(metadata.reason) || length >= reasonLength
        ? []
        : [`\`reason\` has ${length} characters; the project asks for at least ${reasonLength}.`];
    return [...empty, ...misfit, ...short].map((detail) => ({ detail }));
  },
});

function isEmpty(value: string): boolean {
  const said = value.trim().toLowerCase();
  return said === '' || placeholders.includes(said);
}
