import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { caseManagementCaseplan } from './case-management-caseplan.ts';
import { caseManagementCaseplanCreateVersion } from './case-management-caseplan-create-version.ts';
import { caseManagementCaseplanPublish } from './case-management-caseplan-publish.ts';
import { caseManagementStageplan } from './case-management-stageplan.ts';
import { caseManagementStepplan } from './case-management-stepplan.ts';

/** The types of this area. */
export const caseManagementTypes: readonly ResourceDescriptor[] = [
  caseManagementCaseplan,
  caseManagementCaseplanCreateVersion,
  caseManagementCaseplanPublish,
  caseManagementStageplan,
  caseManagementStepplan,
];
