import { expect, it } from 'vitest';
import { servedOperations } from '../../src/simulator/index.ts';
import { readFacts } from '../../tools/api-description/facts.ts';
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

it('asks for the permissions that the platform documents, also where an operation is written by hand', () => {
  const { permissions } = readFacts();
  const documented = new Map(readSdk().operations.map(({ id, ...place }) => [endpoint(place), permissions[id]]));
  const strangers = servedOperations().flatMap((served) => {
    const rule = documented.get(endpoint(served));
    const isSame = rule === undefined || asked(rule) === asked(served.permissions);
    return isSame ? [] : [`${endpoint(served)} asks ${asked(served.permissions)}, not ${asked(rule)}`];
  });
  expect(strangers).toEqual([]);
});

/** One permission is the same whether it is any or all of them. */
function asked(rule: unknown): string {
  const { any, all } = rule as { readonly any?: readonly string[]; readonly all?: readonly string[] };
  return (any ?? all ?? []).toSorted().join(all === undefined ? ' or ' : ' and ');
}
