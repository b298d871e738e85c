import type { Feature } from '../feature.ts';
import { rowRoutes } from './datatable/row-routes.ts';
import { tableType } from './datatable/table-type.ts';
import { buildRoutes } from './dependency/build-routes.ts';
import { connectionRoutes } from './dependency/connection-routes.ts';
import { dependencyRoutes } from './dependency/dependency-routes.ts';
import { typeRoutes } from './dependency/type-routes.ts';
import { editRoutes } from './flow/edit-routes.ts';
import { flowType } from './flow/flow-type.ts';
import { versionRoutes } from './flow/version-routes.ts';
import { grammarUploadRoute } from './grammar/file-upload.ts';
import { grammarType } from './grammar/grammar-type.ts';
import { grammarLanguageRoutes } from './grammar/language-routes.ts';
import { downloadRoute, endExportJob, exportJobRoutes, exportTimer } from './job/export-jobs.ts';
import { endPublishJob, publishJobRoutes, publishTimer, uploadRoute } from './job/publish-jobs.ts';
import { endValidateJob, validateJobRoutes, validateTimer } from './job/validate-jobs.ts';
import { audioUploadRoute, endTranscoding, transcodeTimer } from './prompt/audio-upload.ts';
import { promptType } from './prompt/prompt-type.ts';
import { resourceRoutes } from './prompt/resource-routes.ts';
import { logLevelRoutes } from './statistics/log-level.ts';
import { milestoneType } from './statistics/milestone.ts';
import { outcomeRoutes, outcomeType } from './statistics/outcome.ts';
import { architectSteering } from './steering-routes.ts';

/** Architect: flows with their jobs, versions and locks, dependency tracking, data tables and user prompts. */
export const architectFeature: Feature = {
  name: 'architect',
  types: [flowType, tableType, promptType, grammarType, milestoneType, outcomeType],
  routes: [
    ...versionRoutes,
    ...editRoutes,
    ...publishJobRoutes,
    ...exportJobRoutes,
    ...validateJobRoutes,
    ...dependencyRoutes,
    ...typeRoutes,
    ...buildRoutes,
    ...connectionRoutes,
    ...rowRoutes,
    ...resourceRoutes,
    ...grammarLanguageRoutes,
    ...outcomeRoutes,
    ...logLevelRoutes,
  ],
  openRoutes: [uploadRoute, downloadRoute, audioUploadRoute, grammarUploadRoute, ...architectSteering],
  timers: {
    [publishTimer]: endPublishJob,
    [exportTimer]: endExportJob,
    [validateTimer]: endValidateJob,
    [transcodeTimer]: endTranscoding,
  },
};
