import { InvalidArgumentError, Option } from 'commander';
import type { Format } from '../command-context.ts';

/** `--format` with the formats that make sense for the command. */
export function formatFlag(formats: readonly Format[]): Option {
  return new Option('--format <format>', 'how results are printed').choices(formats).default('human');
}

/** `--env NAME`, which must be given. */
export function environmentFlag(): Option {
  return required(new Option('-e, --env <name>', 'the environment of the project (must be given)'));
}

/**
 * Marks a flag that must be given. Commander's own mark would hide a misspelt flag behind the complaint that another
 * one is missing.
 */
export function required(option: Option): Option {
  requiredFlags.add(option);
  return option;
}

/** The flags that must be given and are not. */
export function missingFlags(options: readonly Option[], values: Readonly<Record<string, unknown>>): readonly Option[] {
  return options.filter((option) => requiredFlags.has(option) && values[option.attributeName()] === undefined);
}

const requiredFlags = new WeakSet<Option>();

/** How Markdown is fitted into a comment. */
export interface CommentFlags {
  readonly fit?: 'github' | 'gitlab' | 'azure' | 'bitbucket';
  readonly commentLimit?: number;
  readonly link?: string;
}

/** `--fit`, `--comment-limit` and `--link`, for `--format markdown`. */
export function commentFlags(): readonly Option[] {
  return [
    new Option('--fit <platform>', 'cut Markdown to what its comments hold; github by default').choices([
      'github',
      'gitlab',
      'azure',
      'bitbucket',
    ]),
    new Option('--comment-limit <characters>', 'cut Markdown to this length').argParser(wholeNumber(500)),
    new Option('--link <url>', 'where the whole plan can be read, for Markdown that is cut').argParser(webAddress),
  ];
}

/** An http or https address. */
function webAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/u.test(new URL(text).protocol))
    throw new InvalidArgumentError('must be an address such as https://ci.example.com/runs/7.');
  return text;
}

/** `--detailed-exitcode`. */
export function detailedExitCodeFlag(): Option {
  return new Option('--detailed-exitcode', 'end with 2 instead of 0 when there are changes or drift');
}

/** `--decision`, a digest or a plan file. */
export function decisionFlag(): Option {
  return new Option(
    '--decision <digest or plan file>',
    'run only what was decided on: the digest that simulate prints, or the file it wrote with --out',
  );
}

/** `--yes`. */
export function yesFlag(): Option {
  return new Option('-y, --yes', 'do not ask; needed where nobody can be asked');
}

/** `--input name=value`, repeatable. The declared type of the input says how the text is read. */
export function inputFlag(): Option {
  return new Option('--input <name=value>', 'an input of the changeset; repeat for more').argParser(
    (text: string, earlier: Readonly<Record<string, unknown>> | undefined) => ({ ...earlier, ...parseInput(text) }),
  );
}

/** `--inputs file.yaml`. */
export function inputsFlag(): Option {
  return new Option('--inputs <file>', 'a YAML or JSON file with inputs of the changeset; --input wins over it');
}

/** A whole number of at least the least. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least)
      throw new InvalidArgumentError(`must be a whole number of at least ${least}.`);
    return value;
  };
}

/** An ISO instant, normalised. */
export function instant(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('must be an instant such as 2026-03-01T09:00:00Z.');
  return date.toISOString();
}

function parseInput(text: string): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError('must be written name=value.');
  return { [text.slice(0, at)]: text.slice(at + 1) };
}
