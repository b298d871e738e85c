/** What is known of one diagnostic code. */
export interface CodeExplanation {
  readonly code: string;
  /** Part of Signalbox that says it: a folder of `src/`. */
  readonly area: string;
  /** What it means. */
  readonly summary: string;
  /** What to do next. */
  readonly remedy: string;
  /** Why it is so. */
  readonly why?: string | undefined;
  /** What it looks like, several lines. */
  readonly example?: string | undefined;
}

/** What the parts of Signalbox do, for people. */
export const areaWords: Readonly<Record<string, string>> = {
  core: 'planning, checks and policies',
  project: 'files of the project',
  engine: 'deploying, verifying and taking back',
  genesys: 'answers of the platform',
  store: 'the record of runs',
  cli: 'the command line',
};
