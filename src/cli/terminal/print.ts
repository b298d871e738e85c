import type { CommandContext, Format } from '../command-context.ts';

/** One text per format; made only when it is printed. */
export type Renderings = Readonly<Partial<Record<Format, () => string>>> & { readonly human: () => string };

/** Prints a result on stdout in the format that was asked for. */
export function print(context: CommandContext, renderings: Renderings): void {
  const render = renderings[context.format] ?? renderings.human;
  context.terminal.write(render());
}
