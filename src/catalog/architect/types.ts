import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { architectDatatable } from './architect-datatable.ts';
import { architectDatatableRow } from './architect-datatable-row.ts';
import { architectEmergencygroup } from './architect-emergencygroup.ts';
import { architectGrammar } from './architect-grammar.ts';
import { architectGrammarLanguage } from './architect-grammar-language.ts';
import { architectIvr } from './architect-ivr.ts';
import { architectSchedulegroups } from './architect-schedulegroups.ts';
import { architectSchedules } from './architect-schedules.ts';
import { architectUserPrompt } from './architect-user-prompt.ts';
import { architectUserPromptResource } from './architect-user-prompt-resource.ts';
import { flow } from './flow.ts';
import { flowLoglevel } from './flow-loglevel.ts';
import { flowMilestone } from './flow-milestone.ts';
import { flowOutcome } from './flow-outcome.ts';

/** The types of this area. */
export const architectTypes: readonly ResourceDescriptor[] = [
  architectDatatable,
  architectDatatableRow,
  architectEmergencygroup,
  architectGrammar,
  architectGrammarLanguage,
  architectIvr,
  architectSchedulegroups,
  architectSchedules,
  architectUserPrompt,
  architectUserPromptResource,
  flow,
  flowLoglevel,
  flowMilestone,
  flowOutcome,
];
