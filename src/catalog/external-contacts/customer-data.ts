/**
 * What types of customer data have in common: they belong to one organisation only, and nobody wants them in files
 * unasked, so they are only resolved.
 */
export const customerData = { defaultMode: 'reference', portability: 'environment' } as const;

/** How everything of external contacts is listed: scanned by cursor. */
export const scan = { paging: 'cursor', pageSizeName: 'limit' } as const;

/** Page size that all scans take. */
export const scanSize = 100;

/** Why part of a record is written back as it was read. */
export const ownSchemas =
  'Custom fields and their schema, which every organisation makes for itself, stay as they are.';
