import { readFileSync } from 'node:fs';
import { isJsonObject, valueAt, type Json } from '../../core/index.ts';
import type { PullRequest } from '../../project/index.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What the CI system says of the pull request that it runs for; undefined outside of one. GitHub tells it in a file, GitLab
 * and Jenkins in variables; Azure and Bitbucket tell the branch only.
 */
export function pullRequestOf(variables: Variables): PullRequest | undefined {
  return systems.map((read) => read(variables)).find((found) => found !== undefined);
}

const systems: readonly ((variables: Variables) => PullRequest | undefined)[] = [
  (variables) => {
    const path = textOf(variables['GITHUB_EVENT_PATH']);
    const event = path === undefined ? undefined : readEvent(path);
    const at = (...way: readonly string[]): string | undefined => {
      const value = valueAt(event, ['pull_request', ...way]);
      return typeof value === 'string' ? textOf(value) : undefined;
    };
    if (!isJsonObject(valueAt(event, ['pull_request']))) return undefined;
    return { title: at('title'), description: at('body'), branch: at('head', 'ref'), author: at('user', 'login') };
  },
  (variables) =>
    given(variables, 'CI_MERGE_REQUEST_IID', {
      title: 'CI_MERGE_REQUEST_TITLE',
      description: 'CI_MERGE_REQUEST_DESCRIPTION',
      branch: 'CI_MERGE_REQUEST_SOURCE_BRANCH_NAME',
    }),
  (variables) =>
    given(variables, 'SYSTEM_PULLREQUEST_PULLREQUESTID', {
      branch: 'SYSTEM_PULLREQUEST_SOURCEBRANCH',
      author: 'BUILD_REQUESTEDFOREMAIL',
    }),
  (variables) => given(variables, 'BITBUCKET_PR_ID', { branch: 'BITBUCKET_BRANCH' }),
  (variables) =>
    given(variables, 'CHANGE_ID', {
      title: 'CHANGE_TITLE',
      branch: 'CHANGE_BRANCH',
      author: textOf(variables['CHANGE_AUTHOR_EMAIL']) === undefined ? 'CHANGE_AUTHOR' : 'CHANGE_AUTHOR_EMAIL',
    }),
];

function given(
  variables: Variables,
  mark: string,
  names: Readonly<Partial<Record<keyof PullRequest, string>>>,
): PullRequest | undefined {
  if (textOf(variables[mark]) === undefined) return undefined;
  return Object.fromEntries(Object.entries(names).map(([field, name]) => [field, textOf(variables[name])]));
}

/** A file that can not be read says nothing: what it would have said may be given otherwise. */
function readEvent(path: string): Json | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch {
    return undefined;
  }
}

/** A variable that is set to nothing, or that the CI system did not replace (`$(…)`), says nothing. */
function textOf(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' || value.startsWith('$(') ? undefined : value;
}
