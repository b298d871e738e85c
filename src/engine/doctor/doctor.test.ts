import { describe, expect, it } from 'vitest';
import { SignalboxError } from '../../core/index.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { testEnvironment } from '../testing/workbench.ts';
import { diagnose, type CredentialReport, type DoctorPorts } from './index.ts';

const report: CredentialReport = {
  organisation: { id: 'org-1', name: 'Fake', domain: 'fake', clientId: 'reader' },
  scopes: [],
  clockSkewMs: 200,
  rateLimit: { used: 10, allowed: 300, reserve: 30 },
  canSeeOwnGrants: true,
  types: [],
};

const examine = (ports: Partial<DoctorPorts>, sharesCredential = false) =>
  diagnose(
    { inspectRead: async () => report, ...ports },
    { environment: testEnvironment, catalogue: fakeCatalogue, sharesCredential },
  );

const statuses = async (ports: Partial<DoctorPorts>, sharesCredential = false) =>
  Object.fromEntries((await examine(ports, sharesCredential)).map(({ name, status }) => [name, status]));

describe('the doctor', () => {
  it('finds everything fine when it is', async () => {
    const checks = await examine({ inspectWrite: async () => report, reachStore: async () => 'here' });
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['ok']));
  });

  it('only warns of what is missing for types that the project does not work with', async () => {
    const types = [{ type: 'crate', missing: { view: ['fake:crate:view'] } }];
    const statusFor = async (...used: readonly string[]) => {
      const checks = await diagnose(
        { inspectRead: async () => ({ ...report, types }) },
        {
          environment: testEnvironment,
          catalogue: fakeCatalogue,
          sharesCredential: false,
          usedTypes: new Set(used),
        },
      );
      return checks.find(({ name }) => name === 'read permissions')?.status;
    };
    expect([await statusFor('box'), await statusFor('crate')]).toEqual(['warning', 'failed']);
  });

  it.each([
    {
      what: 'another organisation',
      change: { organisation: { ...report.organisation, id: 'org-2' } },
      name: 'read organisation',
      status: 'failed',
    },
    { what: 'a clock that is off', change: { clockSkewMs: -120_000 }, name: 'clock', status: 'warning' },
    {
      what: 'a used-up allowance',
      change: { rateLimit: { used: 290, allowed: 300, reserve: 30 } },
      name: 'rate limit',
      status: 'warning',
    },
    {
      what: 'hidden divisions',
      change: { types: [{ type: 'crate', missing: {}, incompleteBecause: 'some divisions only' }] },
      name: 'division visibility',
      status: 'warning',
    },
    {
      what: 'a missing permission',
      change: { types: [{ type: 'crate', missing: { view: ['fake:crate:view'] } }] },
      name: 'read permissions',
      status: 'failed',
    },
  ])('tells of $what', async ({ change, name, status }) => {
    expect((await statuses({ inspectRead: async () => ({ ...report, ...change }) }))[name]).toBe(status);
  });

  it('asks the write credential for what the mode of a type needs, and no more', async () => {
    const types = [{ type: 'crate', missing: { add: ['a:b:add'], delete: ['a:b:delete'] } }];
    const checkWith = async (mode: 'manage' | 'seed' | 'observe') => {
      const environment = { ...testEnvironment, modes: { crate: mode } };
      const checks = await diagnose(
        { inspectRead: async () => report, inspectWrite: async () => ({ ...report, types }) },
        { environment, catalogue: fakeCatalogue, sharesCredential: false },
      );
      const { detail, remedy } = checks.find(({ name }) => name === 'write permissions') ?? { detail: '', remedy: '' };
      return `${detail} ${remedy}`;
    };
    expect(await checkWith('manage')).toContain('can not add, delete: crate');
    expect(await checkWith('manage')).toContain('a:b (add, delete)');
    expect(await checkWith('seed')).not.toContain('delete');
    expect(await checkWith('observe')).toContain('nothing is missing');
  });

  it('looks at what the write credential sees, too', async () => {
    const types = [{ type: 'crate', missing: {}, incompleteBecause: 'some divisions only' }];
    const checks = await examine({
      inspectRead: async () => report,
      inspectWrite: async () => ({ ...report, types }),
    });
    expect(checks.find(({ name }) => name === 'write visibility')).toMatchObject({ status: 'warning' });
  });

  it('says all that is missing in one check, type by type and permission by permission', async () => {
    const types = ['crate', 'lid'].map((type) => ({ type, missing: { view: [`fake:${type}:view`] } }));
    const checks = await examine({ inspectRead: async () => ({ ...report, types }) });
    expect(checks.filter(({ name }) => name === 'read permissions')).toEqual([
      {
        name: 'read permissions',
        status: 'failed',
        detail: 'lacks some for 2 of 2 types; can not view: crate, lid',
        remedy:
          'Give the OAuth client a role with fake:crate (view), fake:lid (view); or set the mode of types you do not need to reference.',
      },
    ]);
  });

  it('warns when reading uses the credential that can write', async () => {
    expect((await statuses({}, true))['separate credentials']).toBe('warning');
  });

  it('reports a failure with its code, remedy and correlation id, and goes on', async () => {
    const failure = new SignalboxError({
      code: 'SB4001',
      message: 'refused',
      remedy: 'Check the secret.',
      context: { correlationId: 'c-1' },
    });
    const checks = await examine({ inspectRead: () => Promise.reject(failure), reachStore: async () => 'here' });
    expect(checks).toContainEqual({
      name: 'read credential',
      status: 'failed',
      detail: 'SB4001: refused (correlation id c-1)',
      remedy: 'Check the secret.',
    });
    expect(checks.find(({ name }) => name === 'store')?.status).toBe('ok');
  });
});
