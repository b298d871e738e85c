import { createRequire } from 'node:module';
import { cliError } from '../../errors.ts';
import { secretOf } from '../world/organisations.ts';

type Body = Readonly<Record<string, unknown>>;

/** What every created object answers with, as far as filling uses it. */
interface Created {
  readonly id?: string;
  readonly version?: number;
}

/** The parts of the official JavaScript SDK that filling uses. */
interface Sdk {
  readonly ApiClient: {
    readonly instance: {
      readonly config: { live_reload_config: boolean };
      setGateway(gateway: Body): void;
      loginClientCredentialsGrant(id: string, secret: string): Promise<unknown>;
    };
  };
  readonly RoutingApi: new () => {
    postRoutingLanguages(body: Body): Promise<Created>;
    postRoutingSkills(body: Body): Promise<Created>;
    postRoutingWrapupcodes(body: Body): Promise<Created>;
    postRoutingQueues(body: Body): Promise<Created>;
    postRoutingQueueMembers(queueId: string, body: readonly Body[]): Promise<unknown>;
    postRoutingQueueWrapupcodes(queueId: string, body: readonly Body[]): Promise<unknown>;
  };
  readonly UsersApi: new () => { postUsers(body: Body): Promise<Created> };
  readonly AuthorizationApi: new () => { getAuthorizationDivisionsHome(): Promise<Created> };
  readonly ArchitectApi: new () => {
    postArchitectSchedules(body: Body): Promise<Created>;
    postArchitectSchedulegroups(body: Body): Promise<Created>;
    postArchitectIvrs(body: Body): Promise<Created>;
    postFlowsDatatables(body: Body): Promise<Created>;
    postFlowsDatatableRows(tableId: string, row: Body): Promise<unknown>;
    postFlowsJobs(): Promise<{
      readonly id: string;
      readonly presignedUrl: string;
      readonly headers: Readonly<Record<string, string>>;
    }>;
    getFlowsJob(
      id: string,
      options: { readonly expand: readonly string[] },
    ): Promise<{
      readonly status: string;
      readonly flow?: Created;
      readonly messages?: readonly { readonly text?: string }[];
    }>;
  };
}

/** The SDK's interfaces, logged in to one organisation. The SDK has one client per process: organisations take turns. */
export interface SdkSession {
  readonly routing: InstanceType<Sdk['RoutingApi']>;
  readonly users: InstanceType<Sdk['UsersApi']>;
  readonly authorization: InstanceType<Sdk['AuthorizationApi']>;
  readonly architect: InstanceType<Sdk['ArchitectApi']>;
}

/** Logs the official SDK in to the simulator at an address. SB6020 where the SDK is not installed. */
export async function logInWithSdk(url: string, clientId: string): Promise<SdkSession> {
  const sdk = loadSdk();
  const { hostname, port } = new URL(url);
  const client = sdk.ApiClient.instance;
  // The SDK would read a file in the home directory again and again, and forget the gateway then.
  client.config.live_reload_config = false;
  client.setGateway({
    host: hostname,
    protocol: 'http',
    port: Number(port),
    path_params_login: 'login',
    path_params_api: 'api',
  });
  await client.loginClientCredentialsGrant(clientId, secretOf(clientId));
  return {
    routing: new sdk.RoutingApi(),
    users: new sdk.UsersApi(),
    authorization: new sdk.AuthorizationApi(),
    architect: new sdk.ArchitectApi(),
  };
}

/** A development dependency of 25 MB: `require` keeps it out of the release bundle. */
function loadSdk(): Sdk {
  try {
    return createRequire(import.meta.url)('purecloud-platform-client-v2') as Sdk;
  } catch (error) {
    throw cliError(
      'SB6020',
      'The official Genesys Cloud SDK, which fills the simulated organisations, is not installed here',
      { cause: error },
    );
  }
}
