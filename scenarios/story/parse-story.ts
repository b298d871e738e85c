/** One thing that happens in a story, in order. */
export type StoryEvent =
  /** A file of the project is written; without content it is removed. */
  | { readonly kind: 'file'; readonly path: string; readonly content: string; readonly line: number }
  /** A command runs as its own process; `expected` is what it must print. */
  | { readonly kind: 'command'; readonly command: string; readonly expected: readonly string[]; readonly line: number }
  /** Somebody acts on the simulator: `PUT /api/v2/… as hanna@dev.example {json}`, or steers it: `POST /simulator/faults {json}`. */
  | { readonly kind: 'act'; readonly text: string; readonly line: number };

/** A story: what it shows, and what happens. */
export interface Story {
  readonly title: string;
  readonly events: readonly StoryEvent[];
}

/**
 * Reads a story file. `# ` lines at the top say what it shows. `-- path --` starts a file, up to the next marker.
 * `$ command` runs; the lines below it are its output. `& request` acts on the simulator. `...` in an output stands for
 * any lines; `--` alone ends a file or an output.
 */
export function parseStory(text: string): Story {
  const lines = text.split('\n');
  const title = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2))[0] ?? 'untitled';
  const events: StoryEvent[] = [];
  let body: string[] | undefined;
  let begin: ((body: readonly string[]) => StoryEvent) | undefined;
  const end = (): void => {
    if (begin !== undefined) events.push(begin(body ?? []));
    [begin, body] = [undefined, undefined];
  };
  lines.forEach((line, index) => {
    const place = index + 1;
    const file = /^-- (\S.*) --$/u.exec(line)?.[1];
    if (file !== undefined) {
      end();
      [begin, body] = [
        (content) => ({ kind: 'file', path: file, content: `${content.join('\n').trimEnd()}\n`, line: place }),
        [],
      ];
    } else if (line === '--') end();
    else if (line.startsWith('$ ')) {
      end();
      [begin, body] = [
        (expected) => ({ kind: 'command', command: line.slice(2), expected: withoutLastBlank(expected), line: place }),
        [],
      ];
    } else if (line.startsWith('& ')) {
      end();
      events.push({ kind: 'act', text: line.slice(2), line: place });
    } else if (body !== undefined) body.push(line);
  });
  end();
  return { title, events };
}

function withoutLastBlank(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
