import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createSocketServer, type Server as SocketServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConnectionDroppedError, type SimulatorRequest, type SimulatorResponse } from './message.ts';

/** Certificate and private key in PEM form. */
export type TlsIdentity = { readonly cert: string; readonly key: string };

/** Where to listen: a port (0 chooses a free one), with `tls` for both HTTPS and HTTP on it, or a Unix socket. */
export type ListenAddress =
  | { readonly port: number; readonly host?: string; readonly tls?: TlsIdentity | undefined }
  | { readonly socketPath: string };

/** A running server. */
export type Listening = {
  /** `http://host:port`, `https://host:port` with TLS, or `unix:path` for a socket. */
  readonly url: string;
  /** Port, 0 for a Unix socket. */
  readonly port: number;
  /** Ends open connections and resolves once nothing listens any more. */
  readonly close: () => Promise<void>;
};

type Handle = (request: SimulatorRequest) => Promise<SimulatorResponse>;

/** Serves a handler over HTTP/1.1 with keep-alive. */
export async function listen(handle: Handle, address: ListenAddress): Promise<Listening> {
  const tls = 'port' in address ? address.tls : undefined;
  const options = { keepAliveTimeout: 60_000, requestTimeout: 0 };
  const plain = createHttpServer(options, (incoming, outgoing) => void serve(handle, incoming, outgoing));
  const secure =
    tls &&
    createTlsServer({ ...options, ...tls, ALPNProtocols: ['http/1.1'] }, (incoming, outgoing) => {
      void serve(handle, incoming, outgoing);
    });
  const front = secure ? bothOnOnePort(plain, secure) : plain;
  const sockets = new Set<Socket>();
  front.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await started(front, address);
  const bound = front.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const host = 'port' in address ? (address.host ?? '127.0.0.1') : '';
  const url = 'socketPath' in address ? `unix:${address.socketPath}` : `${secure ? 'https' : 'http'}://${host}:${port}`;
  return { url, port, close: () => stopped(front, sockets) };
}

const tlsHandshake = 22;

/** The first byte of a connection tells TLS from plain HTTP. */
function bothOnOnePort(plain: Server, secure: Server): SocketServer {
  return createSocketServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHandshake ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
}

async function serve(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const body = await readBody(incoming);
    const response = await handle({
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers: flatHeaders(incoming),
      body,
      remoteIp: incoming.socket.remoteAddress ?? '127.0.0.1',
      scheme: 'encrypted' in incoming.socket ? 'https' : 'http',
    });
    if (response.chunks) {
      outgoing.writeHead(response.status, response.headers);
      await pipeline(Readable.from(response.chunks), outgoing);
      return;
    }
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

function started(server: SocketServer, address: ListenAddress): Promise<void> {
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

function stopped(server: SocketServer, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
