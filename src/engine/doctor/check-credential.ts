import { describeForeignOrganisation, type EnvironmentRules } from '../../core/index.ts';
import { fine, type Check, type CredentialReport } from './check.ts';

const toleratedSkewMs = 30_000;
/** Below this the forecast of minutes means little: something else uses up the allowance. */
const tightShare = 0.2;

/** Whether the credential belongs to the organisation that the environment pins. */
export function checkIdentity(use: string, report: CredentialReport, environment: EnvironmentRules): Check {
  const name = `${use} organisation`;
  const { id, name: called } = report.organisation;
  if (id === environment.organisationId) return fine(name, `${called} (${id}), as pinned`);
  return {
    name,
    status: 'failed',
    detail: describeForeignOrganisation(environment, { id, name: called }, environment) ?? '',
    remedy: 'Use the credential of this environment, or correct the organisation id in its file.',
  };
}

/** Whether the token's OAuth scopes hold it back. Client credentials have none: they go by roles. */
export function checkScopes(use: string, report: CredentialReport): readonly Check[] {
  if (report.scopes.length === 0) return [];
  return [fine(`${use} scopes`, report.scopes.join(', '))];
}

/** Whether this machine's clock agrees with the platform's: audits and windows are compared by time. */
export function checkClock(report: CredentialReport): Check {
  const name = 'clock';
  if (report.clockSkewMs === undefined)
    return { name, status: 'skipped', detail: 'the platform named no time', remedy: '' };
  const seconds = Math.round(report.clockSkewMs / 1000);
  const text =
    seconds === 0
      ? 'agrees with the platform'
      : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the platform`;
  if (Math.abs(report.clockSkewMs) <= toleratedSkewMs) return fine(name, text);
  return {
    name,
    status: 'warning',
    detail: text,
    remedy: 'Synchronise the clock of this machine (NTP); who changed what when is told by time.',
  };
}

/** How much of the request allowance is left. */
export function checkRateLimit(report: CredentialReport): Check {
  const name = 'rate limit';
  const { allowed, used, reserve } = report.rateLimit;
  const left = Math.max(0, allowed - used);
  const text = `${allowed} requests a minute, ${left} left in this one, ${reserve} always left to other integrations`;
  if (left >= allowed * tightShare) return fine(name, text);
  return {
    name,
    status: 'warning',
    detail: text,
    remedy: 'Find out what else uses this OAuth client, or give Signalbox one of its own.',
  };
}
