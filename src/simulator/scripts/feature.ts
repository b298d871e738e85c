import type { Feature } from '../feature.ts';
import { exportRoute, scriptDownloadRoute } from './export-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { scriptType } from './script.ts';
import { endUpload, scriptUploadRoute, uploadStatusRoute, uploadTimer } from './upload.ts';

/** Scripts that agents see: upload, publication, pages and export. */
export const scriptsFeature: Feature = {
  name: 'scripts',
  types: [scriptType],
  routes: [...publishRoutes, exportRoute, uploadStatusRoute],
  openRoutes: [scriptUploadRoute, scriptDownloadRoute],
  timers: { [uploadTimer]: endUpload },
};
