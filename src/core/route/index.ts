/** Where a call of a number would go, as configuration tells: call routes, schedules, emergency groups, flows. */
export type { RouteAnswer, RouteEnd, RouteMap } from './route.ts';
export { traceRoute } from './trace-route.ts';
