import { connect } from 'node:net';

/** What to ask for, and how long. */
export interface LoadPlan {
  readonly port: number;
  readonly token: string;
  /** Asked for in turns. */
  readonly paths: readonly string[];
  readonly connections: number;
  readonly requests: number;
}

/** What came of it. */
export interface LoadReport {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Answers other than 200. */
  readonly failed: number;
  readonly bytes: number;
}

/** Sends the requests over connections that stay open, each waiting for its answer, and measures them. */
export async function load(plan: LoadPlan): Promise<LoadReport> {
  const run: Run = { left: plan.requests, times: [], failed: 0, bytes: 0 };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: plan.connections }, () => oneConnection(plan, run)));
  const seconds = (performance.now() - startedAt) / 1000;
  const sorted = run.times.toSorted((left, right) => left - right);
  return {
    perSecond: run.times.length / seconds,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    failed: run.failed,
    bytes: run.bytes,
  };
}

interface Run {
  left: number;
  readonly times: number[];
  failed: number;
  bytes: number;
}

function oneConnection(plan: LoadPlan, run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(plan.port, '127.0.0.1');
    let sentAt = 0;
    let head = '';
    let missing = -1;
    const send = (): void => {
      if (run.left <= 0) {
        socket.end();
        resolve();
        return;
      }
      run.left -= 1;
      const path = plan.paths[run.left % plan.paths.length] ?? '/';
      sentAt = performance.now();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${plan.token}\r\n\r\n`);
    };
    const answered = (): void => {
      run.times.push(performance.now() - sentAt);
      if (!head.startsWith('HTTP/1.1 200')) run.failed += 1;
      head = '';
      missing = -1;
      send();
    };
    socket.setNoDelay(true);
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      run.bytes += chunk.length;
      if (missing < 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        missing = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0) - (head.length - end - 4);
      } else missing -= chunk.length;
      if (missing === 0) answered();
    });
  });
}
