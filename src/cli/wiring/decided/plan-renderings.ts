import type { LoadedEnvironment } from '../../../project/index.ts';
import {
  planToHuman,
  planToJson,
  planToJunit,
  planToMarkdown,
  planToSarif,
  type PlanCommentOptions,
} from '../../../views/index.ts';
import type { CommentFlags } from '../../arguments/flags.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { knownCodes } from '../../explanations/known-codes.ts';
import type { Renderings } from '../../terminal/print.ts';
import { version } from '../../version.ts';
import type { Planned } from '../plans.ts';

/** What the renderings of a plan are told besides: how a comment is cut, and the file that holds the whole plan. */
export interface RenderingFlags extends CommentFlags {
  readonly out?: string;
}

/** The plan in the formats that plans have. */
export function planRenderings(
  context: CommandContext,
  planned: Planned,
  environment: LoadedEnvironment,
  flags: RenderingFlags = {},
): Required<Renderings> {
  const { plan } = planned;
  const { requestsPerMinute, reserve } = environment.connection.apiBudget;
  const options: PlanCommentOptions = {
    requestsPerMinute: Math.max(1, requestsPerMinute - reserve),
    organisation: planned.organisation,
    title: planned.title,
    snapshot: planned.snapshot,
    platform: flags.fit,
    limit: flags.commentLimit,
    link: flags.link,
    file: flags.out,
  };
  return {
    human: () => planToHuman(context.screen, plan, options),
    json: () => planToJson(plan, options),
    markdown: () => planToMarkdown(plan, options),
    sarif: () => planToSarif(plan, version, (code) => knownCodes.get(code)),
    junit: () => planToJunit(plan),
  };
}

/** SB6001 for flags that shape a comment where there is none. */
export function refuseIdleCommentFlags(context: CommandContext, { fit, commentLimit, link }: CommentFlags): void {
  if (context.format === 'markdown' || (fit ?? commentLimit ?? link) === undefined) return;
  throw cliError('SB6001', '--fit, --comment-limit and --link shape Markdown', {
    remedy: 'Add --format markdown, or leave them out.',
  });
}
