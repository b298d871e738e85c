import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSampleProject } from '../testing/sample-project.ts';
import { writeFileAtomically } from './atomic-write.ts';

/** Mounts a disk of 64 kB; false where that needs rights this user does not have. */
function mountTinyDisk(path: string): boolean {
  try {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
    onTestFinished(() => {
      execFileSync('umount', [path], { stdio: 'ignore' });
    });
    return true;
  } catch {
    return false;
  }
}

describe('writing a file', () => {
  test('replaces the old text and leaves nothing beside it', () => {
    const directory = createSampleProject();
    writeFileAtomically(join(directory, 'new/folder/a.txt'), 'one');
    writeFileAtomically(join(directory, 'new/folder/a.txt'), 'two');

    expect(readFileSync(join(directory, 'new/folder/a.txt'), 'utf8')).toBe('two');
    expect(readdirSync(join(directory, 'new/folder'))).toEqual(['a.txt']);
  });

  test('to a full disk fails with SB2027, keeps the old file and leaves no part', ({ skip }) => {
    const disk = join(createSampleProject(), 'disk');
    skip(!mountTinyDisk(disk), 'mounting a small disk needs root and the right to mount');
    writeFileSync(join(disk, 'a.txt'), 'old');

    expect(() => writeFileAtomically(join(disk, 'a.txt'), 'x'.repeat(200_000))).toThrow(
      expect.objectContaining({
        code: 'SB2027',
        message: expect.stringContaining('the disk is full') as string,
      }) as Error,
    );
    expect(readFileSync(join(disk, 'a.txt'), 'utf8')).toBe('old');
    expect(readdirSync(disk)).toEqual(['a.txt']);
  });
});
