import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server of a test saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a test's server does with a request. */
export type Answering = (request: SeenRequest, response: ServerResponse, count: number) => void;

/** A running server. */
export interface ApiServer {
  readonly url: string;
  /** Every request but those for tokens, in order. */
  readonly seen: SeenRequest[];
  readonly close: () => Promise<void>;
}

/** Serves tokens (`token-1`, `token-2`, …) at /oauth/token and everything else as the test says. */
export async function startApiServer(answering: Answering): Promise<ApiServer> {
  const seen: SeenRequest[] = [];
  let tokens = 0;
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => (body += chunk));
    incoming.on('end', () => {
      const request = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body };
      if (request.url === '/oauth/token')
        return answerJson(response, 200, { access_token: `token-${++tokens}`, expires_in: 86_400 });
      seen.push(request);
      answering(request, response, seen.length);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Answers JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
