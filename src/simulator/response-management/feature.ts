import type { Feature } from '../feature.ts';
import { assetDownloadRoute } from './asset-file.ts';
import { assetFileRoute, assetTimer, assetUploadsRoute, endAssetUpload } from './asset-upload.ts';
import { assetRoute } from './asset-route.ts';
import { assetType } from './asset.ts';
import { libraryType } from './library.ts';
import { queryResponsesRoute } from './query-responses.ts';
import { responseType } from './response.ts';

/** Libraries of canned responses, the responses, and the files that they send along. */
export const responseManagementFeature: Feature = {
  name: 'response-management',
  types: [libraryType, responseType, assetType],
  routes: [assetRoute, queryResponsesRoute(responseType), assetUploadsRoute],
  openRoutes: [assetFileRoute, assetDownloadRoute],
  timers: { [assetTimer]: endAssetUpload },
};
