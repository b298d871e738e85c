import type { PolicyCheck } from '../../policy-check.ts';
import { budgetExceeded } from './budget-exceeded.ts';
import { dirtyArtifact } from './dirty-artifact.ts';
import { emergencyWithoutIncident } from './emergency-without-incident.ts';
import { irreversibleWithoutApprover } from './irreversible-without-approver.ts';
import { missingMetadata } from './missing-metadata.ts';

/** Checks of the change itself, by code. */
export const changeChecks: readonly PolicyCheck[] = [
  missingMetadata,
  emergencyWithoutIncident,
  dirtyArtifact,
  irreversibleWithoutApprover,
  budgetExceeded,
];
