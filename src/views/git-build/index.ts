/** A changeset made out of Git, as people read it. */
export { gitBuildToHuman, type GitBuildSummary } from './human.ts';
