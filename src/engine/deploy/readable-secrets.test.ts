import { describe, expect, it } from 'vitest';
import { SignalboxError } from '../../core/index.ts';
import type { Platform } from '../ports.ts';
import { resume } from '../resume/index.ts';
import { Crash, createMortalPorts } from '../testing/mortal-ports.ts';
import { artifactOf, createWorkbench, ensure, type Workbench } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

const artifact = artifactOf([
  ensure('colour', 'Red', { shade: 'dark' }),
  ensure('safe', 'A', { pin: { $secret: 'env:PIN' } }),
  ensure('safe', 'B', { pin: { $secret: 'env:PIN' } }),
  ensure('safe', 'C', { pin: { $secret: 'file:pin' } }),
]);

/** Ports of a process that can read these references and no others; what was asked is noted. */
function portsOf(bench: Workbench, readable: readonly string[], asked: string[] = []) {
  const trySecret: Platform['trySecret'] = async (reference) => {
    asked.push(reference);
    if (readable.includes(reference)) return Promise.resolve();
    throw reference === 'file:pin'
      ? new Error('hunter2')
      : new SignalboxError({ code: 'SB2029', message: `${reference} gives an empty text.`, remedy: 'Set it.' });
  };
  const ports = bench.ports();
  return { ...ports, platform: { ...ports.platform, trySecret } };
}

const writes = (bench: Workbench): number => bench.organisation.effects.filter(({ by }) => 'clientId' in by).length;

describe('secrets that a plan writes are read before the first write:', () => {
  it('what can not be read is named with its step, and nothing is written', async () => {
    const bench = createWorkbench();
    const asked: string[] = [];

    const refused = deploy(portsOf(bench, [], asked), bench.request(artifact));

    await expect(refused).rejects.toMatchObject({
      code: 'SB3025',
      message:
        'Secrets can not be read: env:PIN for safe/A (s2): env:PIN gives an empty text. file:pin for safe/C (s4): it can not be read.',
      context: {
        secrets: [
          { reference: 'env:PIN', stepId: 's2' },
          { reference: 'file:pin', stepId: 's4' },
        ],
      },
    });
    expect(asked).toEqual(['env:PIN', 'file:pin']);
    expect(writes(bench)).toBe(0);
    expect(await bench.store.listRuns({ environment: 'test' })).toEqual([]);
  });

  it('with all of them there it runs', async () => {
    const bench = createWorkbench();
    const report = await deploy(portsOf(bench, ['env:PIN', 'file:pin']), bench.request(artifact));
    expect(report.ending).toBe('succeeded');
  });

  it('a run that is resumed asks for those of its remaining steps', async () => {
    const bench = createWorkbench();
    const ports = { ...portsOf(bench, ['env:PIN', 'file:pin']), concurrency: 1 };
    await expect(deploy(createMortalPorts(ports, 14).ports, bench.request(artifact))).rejects.toThrow(Crash);
    const before = writes(bench);
    bench.clock.advance(100_000);

    await expect(resume(portsOf(bench, ['env:PIN']), bench.request(artifact))).rejects.toMatchObject({
      code: 'SB3025',
      message: 'Secrets can not be read: file:pin for safe/C (s4): it can not be read.',
    });
    expect(writes(bench)).toBe(before);
    bench.clock.advance(100_000);
    expect(await resume(portsOf(bench, ['env:PIN', 'file:pin']), bench.request(artifact))).toMatchObject({
      ending: 'succeeded',
      resumed: true,
    });
  });

  it('a run that turns back needs none', async () => {
    const bench = createWorkbench();
    bench.organisation.script = ({ type }) => (type === 'colour' ? 'rejected' : undefined);
    const ports = { ...portsOf(bench, ['env:PIN', 'file:pin']), concurrency: 1 };
    await expect(deploy(createMortalPorts(ports, 8).ports, bench.request(artifact))).rejects.toThrow(Crash);
    bench.clock.advance(100_000);
    const asked: string[] = [];

    expect(await resume(portsOf(bench, [], asked), bench.request(artifact))).toMatchObject({ ending: 'compensated' });
    expect(asked).toEqual([]);
  });
});
