import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePlanFile } from '../src/project/index.ts';
import { matchesOutput, normaliseOutput } from './story/match-output.ts';
import { parseStory } from './story/parse-story.ts';
import { playStory } from './story/play-story.ts';
import { recordOutputs } from './story/record-story.ts';
import { openStoryWorld } from './story/story-world.ts';

const directory = join(import.meta.dirname, 'stories');
const files = readdirSync(directory).filter((name) => name.endsWith('.story'));
/** `RECORD_STORIES=1` writes what commands print into the stories; read the difference before you keep it. */
const isRecording = process.env['RECORD_STORIES'] === '1';

test('there are stories', () => {
  expect(files.length).toBeGreaterThan(3);
});

test('an output that is not as written is noticed', () => {
  expect(matchesOutput(['a', '...', 'c'], ['a', 'b', 'b', 'c'])).toBe(true);
  expect(matchesOutput(['a', '...', 'c'], ['a', 'b'])).toBe(false);
  expect(matchesOutput(['a'], ['a', 'b'])).toBe(false);
  expect(normaliseOutput('run_0abc in /tmp/x at 2026-01-05T08:00:00.000Z  \n', '/tmp/x')).toEqual([
    '<run> in <project> at <time>',
  ]);
});

test.for(files)('%s', async (file) => {
  const path = join(directory, file);
  const world = await openStoryWorld();
  try {
    const mismatches = await playStory(parseStory(readFileSync(path, 'utf8')), world);
    if (isRecording) recordOutputs(path, mismatches);
    for (const { line, command, expected, actual } of isRecording ? [] : mismatches) {
      expect(actual, `${file}:${line}: $ ${command}`).toBe(expected);
    }
    expect(invalidPlans(world.directory)).toEqual([]);
  } finally {
    await world.close();
  }
});

/** The plan files that a story left behind and that are not valid by the published schema. */
function invalidPlans(folder: string): readonly unknown[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly kind?: unknown })
    .filter(({ kind }) => kind === 'Plan')
    .map(parsePlanFile)
    .filter((parsed) => 'problems' in parsed);
}
