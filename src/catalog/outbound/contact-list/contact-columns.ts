import type { ListRule } from '../../../core/resource/index.ts';

/** The fields that contact lists and their templates have in common: the columns and what is done with them. */
export const columnFields: readonly string[] = [
  'columnNames',
  'phoneColumns',
  'emailColumns',
  'whatsAppColumns',
  'previewModeColumnName',
  'previewModeAcceptedValues',
  'attemptLimits',
  'automaticTimeZoneMapping',
  'zipCodeColumnName',
  'columnDataTypeSpecifications',
  'trimWhitespace',
  'retentionType',
  'retentionDays',
  'timeZone',
];

/** How the lists among these fields compare. Columns stand in the order of the file they are uploaded from. */
export const columnLists: Readonly<Record<string, ListRule>> = {
  columnNames: { kind: 'ordered' },
  phoneColumns: { kind: 'keyed', by: 'columnName' },
  emailColumns: { kind: 'keyed', by: 'columnName' },
  whatsAppColumns: { kind: 'keyed', by: 'columnName' },
  columnDataTypeSpecifications: { kind: 'keyed', by: 'columnName' },
  previewModeAcceptedValues: { kind: 'set' },
};
