import { SignalboxError, type EnvironmentRules } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { fine, type Check, type CredentialReport } from './check.ts';
import { checkAccess } from './check-access.ts';
import { checkClock, checkIdentity, checkRateLimit, checkScopes } from './check-credential.ts';

/** How the doctor looks at the outside. */
export interface DoctorPorts {
  /** Asks the platform about the read credential; throws when it does not work. */
  readonly inspectRead: (types: readonly string[]) => Promise<CredentialReport>;
  /** The same for the write credential; absent when the environment has none, or the same one. */
  readonly inspectWrite?: ((types: readonly string[]) => Promise<CredentialReport>) | undefined;
  /** Opens the store and says where it is; absent when none is configured. */
  readonly reachStore?: (() => Promise<string>) | undefined;
}

/** The environment to examine. */
export interface DoctorRequest {
  readonly environment: EnvironmentRules;
  readonly catalogue: Catalogue;
  /** True when reading and writing use one and the same credential. */
  readonly sharesCredential: boolean;
  /** Types that the project works with; what is missing for others is only a warning. All of them where it is absent. */
  readonly usedTypes?: ReadonlySet<string> | undefined;
}

/** Looks at everything a deployment would need. Failures are checks, never throws. */
export async function diagnose(ports: DoctorPorts, request: DoctorRequest): Promise<readonly Check[]> {
  const { types } = request.catalogue;
  const { inspectRead, inspectWrite, reachStore } = ports;
  const read = await attempt('read credential', () => inspectRead(types));
  const write = inspectWrite === undefined ? undefined : await attempt('write credential', () => inspectWrite(types));
  return [
    ...credentialChecks('read', read, request),
    ...(write === undefined ? [] : credentialChecks('write', write, request)),
    separation(request),
    await storeCheck(reachStore),
  ];
}

type Attempt = { readonly report: CredentialReport } | { readonly failure: Check };

async function attempt(name: string, inspect: () => Promise<CredentialReport>): Promise<Attempt> {
  try {
    return { report: await inspect() };
  } catch (error) {
    return { failure: failed(name, error) };
  }
}

function credentialChecks(use: 'read' | 'write', tried: Attempt, request: DoctorRequest): readonly Check[] {
  const name = `${use} credential`;
  if ('failure' in tried) return [tried.failure];
  const { report } = tried;
  const shared = use === 'read' ? [checkClock(report), checkRateLimit(report)] : [];
  return [
    fine(name, `works as client ${report.organisation.clientId}`),
    checkIdentity(use, report, request.environment),
    ...checkScopes(use, report),
    ...checkAccess(use, report, request),
    ...shared,
  ];
}

function separation(request: DoctorRequest): Check {
  const name = 'separate credentials';
  if (!request.sharesCredential) return fine(name, 'reading and writing use different credentials');
  const status = request.environment.protected ? 'failed' : 'warning';
  const remedy =
    'Make a second OAuth client with view permissions only and name it as the read credential; simulate, export and drift then can not write.';
  return { name, status, detail: 'reading uses the credential that can write', remedy };
}

async function storeCheck(reach: (() => Promise<string>) | undefined): Promise<Check> {
  if (reach === undefined) return { name: 'store', status: 'skipped', detail: 'no store is configured', remedy: '' };
  try {
    return fine('store', `reachable: ${await reach()}`);
  } catch (error) {
    return failed('store', error);
  }
}

function failed(name: string, error: unknown): Check {
  if (!(error instanceof SignalboxError)) throw error;
  const correlation = error.context['correlationId'];
  const detail = `${error.code}: ${error.message}${typeof correlation === 'string' ? ` (correlation id ${correlation})` : ''}`;
  return { name, status: 'failed', detail, remedy: error.remedy };
}
