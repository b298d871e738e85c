import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { shownTo } from '../entity/routes.ts';
import { readableEntity } from '../entity/visibility.ts';
import type { Reply } from '../wire/message.ts';
import { assetType } from './asset.ts';

/** One asset, with the address of its file under the name by which the caller reached the simulator. */
export const assetRoute = describedRoute('getResponsemanagementResponseasset', get);

function get(context: Context): Reply {
  const asset = readableEntity(context, assetType, context.params['responseAssetId'] ?? '');
  const contentLocation = `${context.baseUrl}/downloads/responseassets/${context.organisation.id}/${asset.id}`;
  return { status: 200, body: { ...shownTo(context, assetType, asset), contentLocation } };
}
