import type { Feature } from '../feature.ts';
import { dependencyRoutes } from './dependency/dependency-routes.ts';
import { editRoutes } from './flow/edit-routes.ts';
import { flowType } from './flow/flow-type.ts';
import { versionRoutes } from './flow/version-routes.ts';
import { downloadRoute, endExportJob, exportJobRoutes, exportTimer } from './job/export-jobs.ts';
import { endPublishJob, publishJobRoutes, publishTimer, uploadRoute } from './job/publish-jobs.ts';
import { endValidateJob, validateJobRoutes, validateTimer } from './job/validate-jobs.ts';
import { architectSteering } from './steering-routes.ts';

/** Architect: flows with their jobs, versions and locks, dependency tracking, data tables and user prompts. */
export const architectFeature: Feature = {
  name: 'architect',
  types: [flowType],
  routes: [
    ...versionRoutes,
    ...editRoutes,
    ...publishJobRoutes,
    ...exportJobRoutes,
    ...validateJobRoutes,
    ...dependencyRoutes,
  ],
  openRoutes: [uploadRoute, downloadRoute, ...architectSteering],
  timers: { [publishTimer]: endPublishJob, [exportTimer]: endExportJob, [validateTimer]: endValidateJob },
};
