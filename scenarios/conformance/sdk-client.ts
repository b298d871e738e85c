import * as sdkModule from 'purecloud-platform-client-v2';
import { readSdk } from '../../tools/api-description/sdk.ts';

/** What the official SDK declares, read from its package. */
export const declared = readSdk();

const operations = new Map(declared.operations.map((operation) => [operation.id, operation]));

/** The answer of an SDK call, or the status and body with which the platform refused. */
export type Answer =
  | { readonly ok: true; readonly body: unknown; readonly status: number }
  | { readonly ok: false; readonly status: number; readonly body: unknown };

type Method = (...values: readonly unknown[]) => Promise<{ readonly body: unknown; readonly status: number }>;

/** The client that all API classes of the SDK share, as far as it is used here. */
type SharedClient = {
  readonly config: { live_reload_config: boolean };
  readonly setGateway: (gateway: object) => void;
  readonly setReturnExtendedResponses: (extended: boolean) => void;
  readonly loginClientCredentialsGrant: (id: string, secret: string) => Promise<unknown>;
};

// The declarations leave out what the package's default export holds at run time: every API class by name.
const platform = sdkModule.default as unknown as Readonly<Record<string, new () => object>>;
const { instance } = (sdkModule.default as unknown as { readonly ApiClient: { readonly instance: SharedClient } })
  .ApiClient;

const methods = new Map<string, Method>();

/** Points the unchanged SDK at a simulator and signs in. */
export async function connectSdk(
  port: number,
  client: { readonly id: string; readonly secret: string },
): Promise<void> {
  instance.config.live_reload_config = false;
  instance.setGateway({
    host: '127.0.0.1',
    protocol: 'http',
    port,
    path_params_login: 'login',
    path_params_api: 'api',
  });
  await signInSdk(client);
  for (const [name, Api] of Object.entries(platform)) if (name.endsWith('Api')) collectMethods(new Api());
}

/** Signs in, again where a token has ended: the SDK does not do it by itself. */
export async function signInSdk(client: { readonly id: string; readonly secret: string }): Promise<void> {
  instance.setReturnExtendedResponses(false);
  await instance.loginClientCredentialsGrant(client.id, client.secret);
  instance.setReturnExtendedResponses(true);
}

/** Calls the SDK's method of that operation with arguments by name; a missing one is an Error. */
export async function callSdk(operationId: string, values: Readonly<Record<string, unknown>>): Promise<Answer> {
  const method = methods.get(operationId);
  const declaration = declared.declarations.methods.get(operationId);
  if (!method || !declaration) throw new Error(`the SDK has no method ${operationId}`);
  const positional = declaration.positional.map((name) => {
    if (values[name] === undefined) throw new Error(`${operationId} needs a value for ${name}`);
    return values[name];
  });
  const names = new Set(declaration.positional);
  const options = Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
  try {
    const { body, status } = await method(...positional, options);
    return { ok: true, body, status };
  } catch (error) {
    return refusal(operationId, error);
  }
}

/** The operation's declaration: method, path, query and body argument. */
export function sdkOperation(operationId: string): (typeof declared.operations)[number] {
  const operation = operations.get(operationId);
  if (!operation) throw new Error(`the SDK has no operation ${operationId}`);
  return operation;
}

function refusal(operationId: string, error: unknown): Answer {
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') {
    return { ok: false, status: error.status, body: 'body' in error ? error.body : undefined };
  }
  throw new Error(`${operationId} broke: ${String(error)}`, { cause: error });
}

function collectMethods(api: object): void {
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(api))) {
    const method: unknown = Reflect.get(api, name);
    if (typeof method === 'function' && name !== 'constructor') methods.set(name, method.bind(api) as Method);
  }
}
