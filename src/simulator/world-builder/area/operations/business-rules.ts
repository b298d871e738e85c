import type { Area, Draft } from '../../draft.ts';
import type { JsonObject } from '../../../kernel/values.ts';
import { times } from '../../times.ts';

/** Schemas of business rules and decision tables over them, whose default is a queue. */
export const businessRuleArea: Area = {
  shares: {
    business_rules_schema: { part: 0.001, least: 1, most: 40 },
    business_rules_decision_table: { part: 0.001, least: 1, most: 60 },
  },
  build: (draft) => {
    times(draft.count('business_rules_schema'), () => addSchema(draft));
    times(draft.count('business_rules_decision_table'), () => addTable(draft));
  },
};

const property = (title: string, kind: string): JsonObject => ({
  allOf: [{ $ref: `#/definitions/${kind}` }],
  title,
  description: '',
});

function addSchema({ add, names }: Draft): void {
  add('business_rules_schema', {
    jsonSchema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      title: names.thing('business_rules_schema'),
      description: names.thing('description'),
      type: 'object',
      required: [],
      properties: {
        customer_type: { ...property('Kundenart', 'string'), minLength: 1, maxLength: 100 },
        target_queue: property('Ziel', 'queue'),
      },
      additionalProperties: false,
    },
  });
}

function addTable({ add, any, division, names }: Draft): void {
  add('business_rules_decision_table', {
    name: names.thing('business_rules_decision_table'),
    description: names.thing('description'),
    divisionId: String(division()['id']),
    schemaId: any('business_rules_schema').id,
    columns: {
      inputs: [
        {
          defaultsTo: { special: 'Wildcard' },
          expression: { contractual: { schemaPropertyKey: 'customer_type' }, comparator: 'Equals' },
        },
      ],
      outputs: [
        {
          defaultsTo: { value: any('routing_queue').id },
          value: { schemaPropertyKey: 'target_queue', properties: [{ schemaPropertyKey: 'queue' }] },
        },
      ],
    },
  });
}
