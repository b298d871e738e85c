/** Carrying out a decided plan: gates, then the run. */
export { deploy, type DeployRequest } from './deploy.ts';
export { withEnvironment, type HeldEnvironment } from './begin.ts';
export { refuseChangedDecision } from './decision-change.ts';
export { refuseClaimed, refuseErrors, refuseObstacles, refuseUnfinished } from './gates.ts';
