/** What the story shows of the report of a run: steps, tests, proofs and the ending. */
export const reportLines: readonly RegExp[] = [
  /^(?:Deployment|Rollback) of/u,
  /^(?:Steps|Taken back|Tests|Findings) /u,
  /^ {2}s\S+ +(?:applied|failed|skipped|compensated|held|matching) /u,
  // The second and third line of a step that got a new id.
  /^ {20,}[0-9a-f]{8}-[0-9a-f-]{27}[,)]/u,
  /^ {2}(?:passed|failed|error) /u,
  /^Read back/u,
  /^(?:Succeeded|Failed and taken back|Held):/u,
];

/** Steps of the many VIP queues of production; the first two stand for them. */
export const moreVipSteps = / update +routing_queue\/VIP #(?:[4-9]|1\d):/u;
