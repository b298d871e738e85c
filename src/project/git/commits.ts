import { answerOf, type Git } from './git.ts';

/** One commit of a change. */
export interface Commit {
  readonly id: string;
  readonly authorEmail: string;
  readonly isMerge: boolean;
  /** The first line of the message. */
  readonly subject: string;
  readonly message: string;
}

/**
 * The commits after `from` up to `to` that touch one of the paths, newest first; merges that brought such a commit to the
 * main line are among them. None where `to` does not come after `from`.
 */
export function commitsBetween(
  git: Git,
  range: { readonly from: string; readonly to: string },
  paths: readonly string[],
): readonly Commit[] {
  const span = `${range.from}..${range.to}`;
  const log = (...more: readonly string[]): readonly Commit[] => {
    const format = '--format=%H%n%ae%n%P%n%B%x00';
    const args = ['log', '--encoding=UTF-8', '--topo-order', format, ...more, span, '--', ...paths];
    return answerOf(git, args)
      .text.split('\0')
      .map(parseCommit)
      .filter(({ id }) => id !== '');
  };
  const found = new Map([...log(), ...log('--first-parent')].map((commit) => [commit.id, commit]));
  const order = answerOf(git, ['rev-list', '--topo-order', span]).text.split('\n');
  return order.flatMap((id) => found.get(id) ?? []);
}

function parseCommit(text: string): Commit {
  const [id = '', authorEmail = '', parents = '', ...lines] = text.replace(/^\n/u, '').split('\n');
  const message = lines.join('\n').trim();
  return {
    id,
    authorEmail,
    isMerge: parents.includes(' '),
    subject: message.split('\n')[0] ?? '',
    message,
  };
}
