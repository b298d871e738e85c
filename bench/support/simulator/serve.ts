import { createSimulator } from '../../../src/simulator/index.ts';

/** What a simulator in a process of its own tells once it serves. */
export interface Serving {
  readonly url: string;
  readonly port: number;
}

/** Serves a made-up organisation until the parent disconnects; answers every message with the memory in use. */
export async function serve(objects: number): Promise<void> {
  const simulator = createSimulator({
    seed: 'bench',
    organisations: [
      {
        name: 'bench',
        clients: [{ id: 'bench', secret: 'bench-secret' }],
        settings: { rateLimitPerMinute: 1_000_000_000 },
        contents: { objects, seed: 'bench' },
      },
    ],
  });
  const { url, port } = await simulator.listen({ port: 0 });
  process.on('message', () => process.send?.({ rssBytes: process.memoryUsage().rss }));
  process.on('disconnect', () => process.exit());
  process.send?.({ url, port } satisfies Serving);
}
