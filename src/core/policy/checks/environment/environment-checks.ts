import type { PolicyCheck } from '../../policy-check.ts';
import { divisionMoved } from './division-moved.ts';
import { environmentValueMissing } from './environment-value-missing.ts';
import { hardCodedId } from './hard-coded-id.ts';

/** Checks of what an environment has to itself, by code. */
export const environmentChecks: readonly PolicyCheck[] = [hardCodedId, environmentValueMissing, divisionMoved];
