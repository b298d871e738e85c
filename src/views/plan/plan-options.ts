/** What a plan view needs besides the plan. */
export interface PlanViewOptions {
  /** Requests per minute that a deployment may use: the limit less the reserve. */
  readonly requestsPerMinute: number;
  /** What the plan is for, when it is not a deployment of its changeset. */
  readonly title?: string | undefined;
  /** Name of the organisation, where known. */
  readonly organisation?: string | undefined;
}
