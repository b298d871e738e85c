import { describe, expect, test } from 'vitest';
import type { Commit } from '../../git/commits.ts';
import { chooseMetadata, type MetadataSources } from './choose-metadata.ts';

const commit = (message: string, more: Partial<Commit> = {}): Commit => ({
  id: 'abcdef0123456789',
  authorEmail: 'dana@example.com',
  isMerge: false,
  subject: message.split('\n')[0] ?? '',
  message,
  ...more,
});

const all = ['owner', 'reason', 'workItem'] as const;

const rows: readonly { name: string; sources: Partial<MetadataSources>; expected: Readonly<Record<string, string>> }[] =
  [
    {
      name: 'what was given before everything else',
      sources: {
        given: { name: 'n', owner: 'lee', reason: 'because', workItem: 'T-1', lane: 'standard' },
        pullRequest: { title: 'CC-2 other', description: 'Owner: kim\nLane: emergency' },
        commits: [commit('x\n\nWork-Item: CC-3')],
      },
      expected: { name: 'n', owner: 'lee', reason: 'because', workItem: 'T-1', lane: 'standard' },
    },
    {
      name: 'the lines of a pull request before its title, and both before commits',
      sources: {
        pullRequest: {
          title: 'Longer wrap-up',
          description: 'Text.\r\n\r\nSignalbox-Owner: kim@example.com\r\nTicket: CC-9\r\n',
          branch: 'fix/CC-8',
        },
        commits: [commit('x\n\nOwner: lee\nReason: other\nWork-Item: CC-3')],
      },
      expected: { name: 'cc-9', owner: 'kim@example.com', reason: 'Longer wrap-up', workItem: 'CC-9', lane: 'normal' },
    },
    {
      name: 'tickets of a title and a branch',
      sources: {
        pullRequest: { title: 'Hours (UTF-8)', branch: 'feature/CC-77-hours', author: 'kim' },
        commits: [commit('x')],
      },
      expected: { workItem: 'CC-77', owner: 'kim', reason: 'Hours (UTF-8)' },
    },
    {
      name: 'lines of several commits, oldest first, with the newest owner and lane',
      sources: {
        commits: [
          commit('three\n\nOwner: new@example.com\nWork-Item: CC-2, CC-1'),
          commit('two\n\nReason: a second reason that\n  goes on\nWork-Item: CC-1\nLane: Standard'),
          commit('one\n\nOwner: old@example.com\nReason: first\nwork-item: CC-1'),
        ],
      },
      expected: {
        owner: 'new@example.com',
        reason: 'first; a second reason that goes on',
        workItem: 'CC-1, CC-2',
        lane: 'standard',
      },
    },
    {
      name: 'author, subjects and tickets in them where nothing else is said',
      sources: {
        commits: [
          commit('Merge pull request #12 from x/y\n\nCHG0031415 longer wrap-up', { isMerge: true, authorEmail: 'bot' }),
          commit('Merge branch main', { isMerge: true }),
          commit('AB#12 hours (#7)', { authorEmail: 'lee@example.com' }),
        ],
      },
      expected: { owner: 'lee@example.com', reason: 'AB#12 hours; CHG0031415 longer wrap-up', workItem: 'AB#12' },
    },
    {
      name: 'a few of many subjects',
      sources: {
        given: { workItem: 'X-1' },
        commits: [7, 6, 5, 4, 3, 2, 1].map((number) => commit(`change ${number}`)),
      },
      expected: { reason: 'change 1; change 2; change 3; change 4; change 5; and 2 more' },
    },
  ];

describe('the metadata of a change out of Git', () => {
  test.each(rows)('is $name', ({ sources, expected }) => {
    expect(chooseMetadata({ given: {}, commits: [], ...sources }, all)).toMatchObject(expected);
  });

  test('is refused where something that must be said is not, and only then', () => {
    const sources = { given: {}, commits: [commit('no ticket')] };

    expect(() => chooseMetadata(sources, all)).toThrow(
      expect.objectContaining({
        code: 'SB2058',
        message: expect.stringContaining('the work item of') as string,
      }) as Error,
    );
    expect(chooseMetadata(sources, ['owner', 'reason'])).toMatchObject({ name: 'changes-from-git', workItem: '' });
    expect(() => chooseMetadata({ given: { owner: ' ' }, commits: [] }, all)).toThrow(
      /the owner, reason, work item of/u,
    );
  });

  test('is refused with a lane that is none', () => {
    expect(() => chooseMetadata({ given: {}, commits: [commit('x\n\nLane: urgent')] }, [])).toThrow(
      expect.objectContaining({ code: 'SB2058', message: expect.stringContaining('Lane: urgent') as string }) as Error,
    );
  });
});
