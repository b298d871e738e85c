import type { ListRule } from '../../core/resource/index.ts';

/** What a data action says of itself, published or draft. */
export const actionFields = ['category', 'name', 'integrationId', 'contract', 'config', 'secure'] as const;

/** Places of a data action that the platform fills in from its schemas and templates. */
export const computedInActions: readonly string[] = [
  'contract.input.inputSchemaFlattened',
  'contract.input.inputSchemaUri',
  'contract.output.successSchemaFlattened',
  'contract.output.successSchemaUri',
  'contract.output.errorSchemaFlattened',
  'contract.output.errorSchemaUri',
  'config.request.requestTemplateUri',
  'config.response.successTemplateUri',
];

/** Lists of a data action in which order means nothing. */
export const actionLists: Readonly<Record<string, ListRule>> = {
  'contract.input.inputSchema.required': { kind: 'set' },
  'contract.output.successSchema.required': { kind: 'set' },
};

/** What has to be asked for so that a data action is read whole. */
export const wholeAction = { expand: 'contract', includeConfig: 'true' };
