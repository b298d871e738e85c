import type { OpenContext } from '../context.ts';
import type { OpenRoute } from '../feature.ts';
import type { Organisation } from '../state/organisation.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';

const shelf = 'responsemanagement.files';

/** Where the file of an asset is read, for everybody who knows the address. */
export const assetDownloadRoute: OpenRoute = {
  method: 'GET',
  path: '/downloads/responseassets/{organisationId}/{assetId}',
  handle: download,
};

/** Keeps the bytes of an asset. */
export function putFile(organisation: Organisation, assetId: string, bytes: Buffer): void {
  organisation.ledger(shelf).put({ id: assetId, content: bytes.toString('base64') });
}

/** Forgets the bytes of an asset that was deleted. */
export function removeFile(organisation: Organisation, assetId: string): void {
  organisation.ledger(shelf).remove(assetId);
}

function download(open: OpenContext): Reply {
  const { organisationId = '', assetId = '' } = open.params;
  const file = open.world.organisations.get(organisationId)?.ledger(shelf).current(assetId);
  if (!file) throw notFound('file', assetId);
  return { status: 200, body: Buffer.from(String(file['content']), 'base64') };
}
