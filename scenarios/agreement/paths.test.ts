import { expect, it } from 'vitest';
import { servedOperations } from '../../src/simulator/index.ts';
import { readSdk } from '../../tools/api-description/sdk.ts';

/** Operations of the platform that the SDK does not have, and how they are known. */
const beyondTheSdk: Readonly<Record<string, string>> = {
  'DELETE /api/v2/scripts/{}': 'the official Terraform provider deletes scripts so',
};

function endpoint({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replaceAll(/\{\w+\}/gu, '{}')}`;
}

it('serves no operation that the platform does not have', () => {
  const known = new Set(readSdk().operations.map(endpoint));
  const invented = servedOperations()
    .map(endpoint)
    .filter((served) => !known.has(served) && beyondTheSdk[served] === undefined);
  expect(invented).toEqual([]);
});

it('serves every operation once', () => {
  const served = servedOperations().map(endpoint);
  expect(served.filter((operation, index) => served.indexOf(operation) !== index)).toEqual([]);
});
