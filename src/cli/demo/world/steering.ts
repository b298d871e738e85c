/** A fault that the simulator is told to make; see the steering table of `src/simulator/README.md`. */
export interface DemoFault {
  readonly clientId: string;
  readonly method: string;
  /** Route template. */
  readonly path: string;
  /** The first matching request that is hit. */
  readonly nth: number;
  readonly times: number;
  readonly fault: Readonly<Record<string, unknown>>;
}

/** The controls of a running simulator, beside the API that it simulates. */
export interface Steering {
  /** Adds a fault and returns its id. */
  readonly addFault: (fault: DemoFault) => Promise<string>;
  /** How many requests a fault has hit so far. */
  readonly hits: (faultId: string) => Promise<number>;
  readonly clearFaults: () => Promise<void>;
  /** The token that the Admin UI of a person would hold. */
  readonly logIn: (organisationId: string, email: string) => Promise<string>;
}

/** The controls of the simulator at an address. */
export function createSteering(url: string): Steering {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} /simulator/${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };
  return {
    addFault: async (fault) => ((await call('POST', 'faults', fault)) as { id: string }).id,
    hits: async (faultId) => {
      const faults = (await call('GET', 'faults')) as readonly { id: string; hit: number }[];
      return faults.find(({ id }) => id === faultId)?.hit ?? 0;
    },
    clearFaults: async () => {
      await call('DELETE', 'faults');
    },
    logIn: async (organisationId, email) => {
      const login = await call('POST', `organisations/${organisationId}/logins`, { email });
      return (login as { access_token: string }).access_token;
    },
  };
}
