/** Carrying out a decided plan: gates, then the run. */
export { deploy, type DeployRequest } from './deploy.ts';
export { refuseStopped, unlessStopped } from './stop.ts';
export { withEnvironment, type HeldEnvironment } from './begin.ts';
export { refuseChangedDecision, whoChanged, type DecisionPorts, type ExpectedDecision } from './decision-change.ts';
export { refuseMovedRun } from './moved-run.ts';
export { refuseUnreadableSecrets, remainingSteps } from './readable-secrets.ts';
export { findDeployed } from './find-deployed.ts';
export { refuseClaimed, refuseErrors, refuseForbidden, refuseObstacles, refuseUnfinished } from './gates.ts';
