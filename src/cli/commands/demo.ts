import type { DemoOptions } from '../arguments/trying.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';

/** `signalbox demo`: a change travels through three simulated organisations. The story is loaded only when it is told. */
export async function runDemo(context: CommandContext, options: DemoOptions): Promise<ExitCode> {
  const { tellStory } = await import('../demo/index.ts');
  return tellStory(context, options);
}
