/** What the reader looks at: how wide it is, whether it shows colour, and whether long lists are shown whole. */
export interface Screen {
  /** Columns; text is folded to fit. */
  readonly width: number;
  readonly colour: boolean;
  /** True shows every row of lists that are otherwise folded to their beginning. */
  readonly unfolded: boolean;
}

/** A screen of 80 columns without colour, as files and pipes get it. */
export const plainScreen: Screen = { width: 80, colour: false, unfolded: false };

/** What a piece of text means; the colour follows from it, and never carries meaning alone. */
export type Tone = 'good' | 'bad' | 'warning' | 'quiet' | 'strong' | 'plain';

const codes: Readonly<Record<Tone, readonly [number, number] | undefined>> = {
  good: [32, 39],
  bad: [31, 39],
  warning: [33, 39],
  quiet: [2, 22],
  strong: [1, 22],
  plain: undefined,
};

/** The text in the colour of its tone where the screen shows colour; otherwise unchanged. */
export function paint(screen: Screen, tone: Tone, text: string): string {
  const code = codes[tone];
  if (!screen.colour || code === undefined || text === '') return text;
  return `\u001B[${code[0]}m${text}\u001B[${code[1]}m`;
}
