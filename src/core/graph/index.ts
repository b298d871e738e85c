/** Orders and circles of graphs. Knows nothing of what their nodes stand for. */
export { findCircles, orderNodes, type GraphNode } from './order.ts';
