import type { IdSource } from '../../kernel/ids.ts';

/** A secret as the platform makes them: 43 characters that depend only on the sequence of ids. */
export function randomSecret(ids: IdSource): string {
  const bytes = Buffer.from(`${ids.next()}${ids.next()}`.replaceAll('-', ''), 'hex');
  return bytes.toString('base64url').slice(0, 43);
}
