/** A request as it reaches the simulator, over a socket or in process. Header names are in lower case. */
export type SimulatorRequest = {
  readonly method: string;
  /** Path with query, for example `/api/v2/routing/queues?pageSize=100`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array | undefined;
  readonly remoteIp?: string | undefined;
  /** How the caller reached the simulator; default `http`. */
  readonly scheme?: 'http' | 'https' | undefined;
};

/** An answer: JSON is already text, a downloaded file may be bytes. */
export type SimulatorResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Instead of a body: an answer too long for one text. */
  readonly chunks?: Iterable<string>;
};

/** What a route returns; `body` is sent as JSON unless it is a string or bytes, and undefined sends nothing. */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  /** Text sent piece by piece instead of a body. */
  readonly chunks?: Iterable<string>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown by in-process calls where a caller on a socket would see the connection break. */
export class ConnectionDroppedError extends Error {
  constructor() {
    super('the simulator dropped the connection');
    this.name = 'ConnectionDroppedError';
  }
}
