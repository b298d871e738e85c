import type { CommentPlatform } from '../text/fit-markdown.ts';

/** What a plan view needs besides the plan. */
export interface PlanViewOptions {
  /** Requests per minute that a deployment may use: the limit less the reserve. */
  readonly requestsPerMinute: number;
  /** What the plan is for, when it is not a deployment of its changeset. */
  readonly title?: string | undefined;
  /** Name of the organisation, where known. */
  readonly organisation?: string | undefined;
  /** The saved snapshot that it was planned over; absent for the organisation itself. */
  readonly snapshot?: { readonly digest: string; readonly takenAt: string } | undefined;
}

/** How a plan becomes a comment. */
export interface PlanCommentOptions extends PlanViewOptions {
  /** Whose comments it must fit into; GitHub's by default. */
  readonly platform?: CommentPlatform | undefined;
  /** In characters; what the platform's comments hold by default. */
  readonly limit?: number | undefined;
  /** Where the whole plan can be read, once it is cut. */
  readonly link?: string | undefined;
  /** The file that holds the whole plan. */
  readonly file?: string | undefined;
}
