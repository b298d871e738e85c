/** What the story shows of the report of a run: steps, tests, proofs and the ending. */
export const reportLines: readonly RegExp[] = [
  /^(?:Deployment|Rollback) of/u,
  /^(?:Steps|Taken back|Tests|Findings) /u,
  /^ {2}s\S+ +(?:applied|failed|skipped|compensated|held|matching) /u,
  /new id|\bwas [0-9a-f]{8}-/u,
  /^ {2}(?:passed|failed|error) /u,
  /^Read back/u,
  /^(?:Succeeded|Compensated|Held|Taken back):/u,
];
