/** Carrying out a decided plan: gates, then the run. */
export { deploy, type DeployRequest } from './deploy.ts';
export { withEnvironment } from './begin.ts';
export { refuseClaimed, refuseUnfinished } from './gates.ts';
