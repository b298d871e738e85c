import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pullRequestOf } from './pull-request.ts';

function eventFile(text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-event-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  writeFileSync(join(directory, 'event.json'), text);
  return join(directory, 'event.json');
}

describe('the pull request that a build runs for', () => {
  test('is told by GitHub in a file', () => {
    const event = {
      pull_request: { title: 'T', body: 'Owner: kim', head: { ref: 'fix/CC-1' }, user: { login: 'kim' } },
    };
    const path = eventFile(JSON.stringify(event));

    expect(pullRequestOf({ GITHUB_EVENT_PATH: path })).toEqual({
      title: 'T',
      description: 'Owner: kim',
      branch: 'fix/CC-1',
      author: 'kim',
    });
    expect(pullRequestOf({ GITHUB_EVENT_PATH: eventFile('{"pull_request":{"body":null}}') })).toEqual({});
  });

  test.each([
    ['no variable', {}],
    ['an event file that is not there', { GITHUB_EVENT_PATH: '/nowhere/event.json' }],
    [
      'a variable that Azure did not replace',
      { SYSTEM_PULLREQUEST_PULLREQUESTID: '$(System.PullRequest.PullRequestId)' },
    ],
    ['a branch build of Jenkins', { CHANGE_ID: '', CHANGE_TITLE: 'x' }],
  ])('is none with %s', (_, variables) => {
    expect(pullRequestOf(variables)).toBeUndefined();
  });

  test.each([
    [
      {
        CI_MERGE_REQUEST_IID: '3',
        CI_MERGE_REQUEST_TITLE: 'T',
        CI_MERGE_REQUEST_DESCRIPTION: 'D',
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'b',
      },
      { title: 'T', description: 'D', branch: 'b' },
    ],
    [
      {
        SYSTEM_PULLREQUEST_PULLREQUESTID: '3',
        SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/b',
        BUILD_REQUESTEDFOREMAIL: 'kim@example.com',
      },
      { branch: 'refs/heads/b', author: 'kim@example.com' },
    ],
    [{ BITBUCKET_PR_ID: '3', BITBUCKET_BRANCH: 'b' }, { branch: 'b' }],
    [
      { CHANGE_ID: '3', CHANGE_TITLE: 'T', CHANGE_BRANCH: 'b', CHANGE_AUTHOR: 'kim' },
      { title: 'T', branch: 'b', author: 'kim' },
    ],
  ])('is told in variables: %o', (variables, expected) => {
    expect(pullRequestOf(variables)).toEqual(expected);
  });
});
