import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ConnectionDroppedError, type SimulatorRequest, type SimulatorResponse } from './message.ts';

/** Where to listen: a port (0 chooses a free one) or a Unix socket. */
export type ListenAddress = { readonly port: number; readonly host?: string } | { readonly socketPath: string };

/** A running server. */
export type Listening = {
  /** `http://host:port`, or `unix:path` for a socket. */
  readonly url: string;
  /** Port, 0 for a Unix socket. */
  readonly port: number;
  /** Ends open connections and resolves once nothing listens any more. */
  readonly close: () => Promise<void>;
};

/** Serves a handler over HTTP with keep-alive. */
export async function listen(
  handle: (request: SimulatorRequest) => Promise<SimulatorResponse>,
  address: ListenAddress,
): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (incoming, outgoing) => {
    void serve(handle, incoming, outgoing);
  });
  await started(server, address);
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const host = 'port' in address ? (address.host ?? '127.0.0.1') : '';
  const url = 'socketPath' in address ? `unix:${address.socketPath}` : `http://${host}:${port}`;
  return { url, port, close: () => stopped(server) };
}

async function serve(
  handle: (request: SimulatorRequest) => Promise<SimulatorResponse>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const body = await readBody(incoming);
    const response = await handle({
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers: flatHeaders(incoming),
      body,
      remoteIp: incoming.socket.remoteAddress ?? '127.0.0.1',
    });
    const length = Buffer.byteLength(response.body);
    const headers = response.status === 204 ? response.headers : { ...response.headers, 'Content-Length': length };
    outgoing.writeHead(response.status, headers);
    outgoing.end(incoming.method === 'HEAD' ? undefined : response.body);
  } catch (error) {
    if (!(error instanceof ConnectionDroppedError) && !incoming.destroyed) reportFailure(error, outgoing);
    else incoming.socket.destroy();
  }
}

function reportFailure(error: unknown, outgoing: ServerResponse): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (!outgoing.headersSent) outgoing.writeHead(500, { 'Content-Type': 'application/json' });
  outgoing.end(JSON.stringify({ status: 500, code: 'simulator.defect', message }));
}

function readBody(incoming: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

function flatHeaders(incoming: IncomingMessage): Readonly<Record<string, string | undefined>> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

function started(server: Server, address: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const ready = (): void => {
      server.off('error', reject);
      resolve();
    };
    if ('socketPath' in address) server.listen({ path: address.socketPath }, ready);
    else server.listen({ port: address.port, host: address.host ?? '127.0.0.1' }, ready);
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
