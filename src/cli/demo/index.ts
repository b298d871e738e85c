/**
 * The story that `signalbox demo` tells: a change travels through three simulated organisations. Commands run as real
 * processes; everything claimed is checked by reading the organisations over their API. Nothing else uses this folder.
 */
export { tellStory } from './tell-story.ts';
