/** Taking a finished run back, whole or in part. */
export { planRollback, type RollbackGround, type RollbackScope } from './plan-rollback.ts';
export type { RollbackPorts } from './gather.ts';
export { rollback, type RollbackRequest } from './rollback.ts';
