import { describe, expect, it } from 'vitest';
import type { LoadedEnvironment } from '../../project/index.ts';
import { requestTimeoutMs } from './platforms.ts';

const connection: LoadedEnvironment['connection'] = {
  region: 'mypurecloud.ie',
  credentials: {},
  apiBudget: { requestsPerMinute: 300, reserve: 60 },
};

describe('the longest life of a request', () => {
  it('is half a minute unless the environment says otherwise', () => {
    expect(requestTimeoutMs({ connection } as LoadedEnvironment)).toBe(30_000);
    expect(requestTimeoutMs({ connection: { ...connection, requestTimeoutSeconds: 2.5 } } as LoadedEnvironment)).toBe(
      2500,
    );
  });
});
