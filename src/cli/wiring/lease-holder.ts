import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Containers of one image share host name and process number; a lease must never be taken for one's own. */
const ownMark = randomBytes(4).toString('hex');

/** Who this process is, for people and for the lease: host, process and a mark that no other process has. */
export function leaseHolder(): string {
  return `${hostname()} ${process.pid} ${ownMark}`;
}
