import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject } from '../testing/sample-project.ts';
import { writeArtifact } from './artifact-file.ts';
import { buildArtifact } from './build-artifact.ts';
import { gitOrigin, readOrigin } from './provenance.ts';

function createCommittedProject(): string {
  const directory = createSampleProject();
  const git = (...args: readonly string[]): unknown => execFileSync('git', ['-C', directory, ...args]);
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Dana', '-c', 'user.email=dana@example.com', 'commit', '--quiet', '-m', 'all');
  return directory;
}

function build(directory: string) {
  const project = loadProject(directory, sampleCatalogue);
  return buildArtifact({ changesetName: 'vip-wrap-up', project, catalogue: sampleCatalogue });
}

describe('the origin of an artifact', () => {
  test('names the commit, and no folder outside Git has one', () => {
    expect(gitOrigin(createCommittedProject())).toEqual({
      commit: expect.stringMatching(/^[\da-f]{40}$/u) as string,
      dirty: false,
    });
    expect(gitOrigin(createSampleProject())).toEqual({});
  });

  test('is dirty by a file of the project that differs or is new, not by what Signalbox itself wrote', () => {
    const directory = createCommittedProject();
    writeArtifact(directory, build(directory), { builder: 'signalbox 0.1.0' });
    expect(gitOrigin(directory).dirty).toBe(false);

    writeFileSync(join(directory, 'flows', 'new.yaml'), 'inboundCall: {}\n');
    expect(gitOrigin(directory).dirty).toBe(true);
  });

  test('is read from the statement beside the file, and only when the statement is about this artifact', () => {
    const directory = createSampleProject();
    const artifact = build(directory);
    const origin = { commit: 'abc', dirty: true };
    const { path, provenancePath = '' } = writeArtifact(directory, artifact, { builder: 'signalbox 0.1.0', ...origin });

    expect(readOrigin(path, artifact)).toEqual(origin);
    expect(readOrigin(path, { ...artifact, digest: 'sha256:other' })).toBeUndefined();
    writeFileSync(provenancePath, readFileSync(provenancePath, 'utf8').slice(0, 40));
    expect(readOrigin(path, artifact)).toBeUndefined();
    expect(readOrigin(join(directory, 'nowhere.artifact.json'), artifact)).toBeUndefined();
  });
});
