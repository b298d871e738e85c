import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TlsIdentity } from '../../wire/server.ts';

/** A self-signed certificate for tests and nothing else; it names loopback addresses and three regions. */
export const testIdentity: TlsIdentity = {
  cert: readFileSync(join(import.meta.dirname, 'test-only.cert.pem'), 'utf8'),
  key: readFileSync(join(import.meta.dirname, 'test-only.key.pem'), 'utf8'),
};
