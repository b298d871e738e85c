import type { OpenContext } from '../../context.ts';
import type { OpenRoute, TimerHandler } from '../../feature.ts';
import { startTimer } from '../../state/timers.ts';
import type { Reply } from '../../wire/message.ts';
import { PlatformError } from '../../wire/platform-error.ts';
import { signatureOf } from './function-routes.ts';
import { functionOf, putFunction } from './function-store.ts';

/** Kind of the timer at whose end an uploaded archive can be run. */
export const archiveTimer = 'function-archive';

const delayMs = 500;

/** Where the archive of a function is PUT; it is not kept, only its state is. */
export const functionUploadRoute: OpenRoute = {
  method: 'PUT',
  path: '/uploads/functions/{organisationId}/{actionId}',
  handle: upload,
};

/** Marks the archive as ready, or as no archive. */
export const endArchive: TimerHandler = (_world, organisation, timer) => {
  const [actionId = '', status = 'Available'] = timer.subject.split('|');
  const found = functionOf(organisation, actionId, true);
  if (!found?.zip) return;
  putFunction(organisation, actionId, true, { function: found.function, zip: { ...found.zip, status } });
};

function upload(open: OpenContext): Reply {
  const organisation = open.world.organisations.get(open.params['organisationId'] ?? '');
  const actionId = open.params['actionId'] ?? '';
  const found = organisation && functionOf(organisation, actionId, true);
  const zipId = open.query.get('zip') ?? '';
  const isSigned = open.query.get('signature') === signatureOf(open.world.seed, zipId);
  if (!organisation || !found?.zip || found.zip['id'] !== zipId || !isSigned)
    throw new PlatformError(403, 'forbidden', 'The signature of the address does not match.');
  putFunction(organisation, actionId, true, { ...found, zip: { ...found.zip, status: 'Transferring' } });
  const status = isArchive(open.rawBody) ? 'Available' : 'InvalidFormat';
  startTimer(organisation, open.now, { kind: archiveTimer, subject: `${actionId}|${status}`, delayMs });
  return { status: 200 };
}

/** Archives begin with the letters PK. */
function isArchive(body: string | Uint8Array): boolean {
  return Buffer.from(body).subarray(0, 2).toString('latin1') === 'PK';
}
