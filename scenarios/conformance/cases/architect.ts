import type { Case } from '../case.ts';

const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    key: { title: 'Day', type: 'string' },
    open: { title: 'Open', type: 'boolean', $id: '/properties/open' },
  },
  required: ['key'],
  additionalProperties: false,
};

/** What the suite is told of Architect's types. */
export const architectCases: Readonly<Record<string, Case>> = {
  architect_datatable: { create: { schema } },
  architect_datatable_row: {
    create: { key: 'monday', open: true },
    update: { open: false },
    idOf: (row) => String(row['key']),
  },
  architect_grammar_language: {
    create: { language: 'en-us' },
    update: { voiceFileMetadata: { fileName: 'numbers.grxml', fileType: 'Grxml' } },
    idOf: (language) => String(language['language']),
  },
  architect_schedules: {
    create: { start: '2026-01-01T08:00:00.000', end: '2026-01-01T17:00:00.000', rrule: 'FREQ=DAILY' },
  },
  architect_user_prompt: { create: { name: 'Conformance_prompt' }, update: { description: 'another' } },
  flow_loglevel: {
    create: { logLevelCharacteristics: { level: 'Base' } },
    update: { logLevelCharacteristics: { level: 'All' } },
  },
};
