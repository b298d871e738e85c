import type { ChangeMetadata } from '../../../core/index.ts';
import { gitError } from '../../git/errors.ts';
import type { Commit } from '../../git/commits.ts';
import type { MetadataField } from '../../project.ts';
import { readSaidLines, ticketsIn } from './said-lines.ts';

/** What a build knows of the pull request it runs for. */
export interface PullRequest {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly branch?: string | undefined;
  /** Who opened it: an address or a login. */
  readonly author?: string | undefined;
}

/** Where metadata may come from, the first before the later ones. */
export interface MetadataSources {
  /** What was given with the command. */
  readonly given: Partial<ChangeMetadata>;
  readonly pullRequest?: PullRequest | undefined;
  /** Newest first. */
  readonly commits: readonly Commit[];
}

/** The most single reasons that are put together to one. */
const mostReasons = 5;

/**
 * The metadata of a change: as given, else as the pull request says, else as lines in the commits say, else from the author
 * and the subjects. Several work items and reasons of commits are all named, oldest first; the newest owner and lane count.
 * Errors: SB2058 names every required field that nothing says.
 */
export function chooseMetadata(sources: MetadataSources, required: readonly MetadataField[]): ChangeMetadata {
  const { given, pullRequest } = sources;
  const asked = readSaidLines(pullRequest?.description ?? '', 'the pull request');
  const written = sources.commits.map((commit) => readSaidLines(commit.message, `commit ${commit.id.slice(0, 12)}`));
  const oldestFirst = written.toReversed();
  const author = sources.commits.find(({ isMerge }) => !isMerge)?.authorEmail ?? sources.commits[0]?.authorEmail;
  const chosen = {
    owner: given.owner ?? asked.owner ?? written.find(({ owner }) => owner)?.owner ?? pullRequest?.author ?? author,
    reason:
      given.reason ??
      asked.reason ??
      pullRequest?.title ??
      joined(oldestFirst.flatMap(({ reason }) => reason ?? [])) ??
      joined(subjectsOf(sources.commits)),
    workItem:
      given.workItem ??
      joined(asked.workItems, ', ') ??
      joined(ticketsIn(`${pullRequest?.title ?? ''} ${pullRequest?.branch ?? ''}`), ', ') ??
      joined(
        oldestFirst.flatMap(({ workItems }) => workItems),
        ', ',
      ) ??
      joined(
        sources.commits.toReversed().flatMap(({ subject }) => ticketsIn(subject)),
        ', ',
      ),
  };
  refuseMissing(chosen, required);
  const { owner = '', reason = '', workItem = '' } = chosen;
  const lane = given.lane ?? asked.lane ?? written.find((said) => said.lane)?.lane ?? 'normal';
  const incident = given.incident ?? asked.incident ?? written.find((said) => said.incident)?.incident;
  return {
    name: given.name ?? nameFrom(workItem),
    owner,
    reason,
    workItem,
    lane,
    ...(lane === 'emergency' && incident !== undefined ? { incident } : {}),
  };
}

function refuseMissing(
  chosen: Readonly<Record<MetadataField, string | undefined>>,
  required: readonly MetadataField[],
): void {
  const missing = required.filter((field) => (chosen[field] ?? '').trim() === '');
  if (missing.length === 0) return;
  const names = { owner: 'owner', reason: 'reason', workItem: 'work item' } as const;
  const what = missing.map((field) => names[field]).join(', ');
  throw gitError('SB2058', `Nothing says the ${what} of this change: no flag, pull request or commit.`, { missing });
}

/** The texts as one, each once; undefined without any. */
function joined(texts: readonly string[], by = '; '): string | undefined {
  const each = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  if (each.length === 0) return undefined;
  if (by !== '; ' || each.length <= mostReasons) return each.join(by);
  return `${each.slice(0, mostReasons).join(by)}; and ${each.length - mostReasons} more`;
}

/** What commits say they do, oldest first. A merge says it in the second part of its message, or not at all. */
function subjectsOf(commits: readonly Commit[]): readonly string[] {
  const subjects = commits.flatMap(({ isMerge, subject, message }) => {
    if (!isMerge) return [subject];
    return subject.startsWith('Merge pull request ')
      ? (message
          .split('\n')
          .slice(1)
          .find((line) => line.trim() !== '') ?? [])
      : [];
  });
  return subjects.map((text) => text.replace(/ \(#\d+\)$/u, '')).toReversed();
}

/** Not after a commit: squashing a branch changes its commits and not what it means. */
function nameFrom(workItem: string): string {
  const slug = workItem
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 63);
  return slug === '' ? 'changes-from-git' : slug.replace(/-+$/u, '');
}
