import { parse, stringify } from 'yaml';
import { isObject, type JsonObject } from '../../kernel/values.ts';
import { configurationInText } from '../architect-file/configuration.ts';
import type { ParsedFlow } from './parse-flow.ts';

const firstProperties = ['name', 'description', 'division', 'startUpRef', 'defaultLanguage', 'supportedLanguages'];

/**
 * The YAML as Architect writes it: its own order of the flow's properties, description and division always there, no
 * comments, anchors or styles of the author. It means the same; writing what was written before changes nothing.
 */
export function platformForm(flow: ParsedFlow, divisionName: string): string {
  const named: JsonObject = { ...flow.body, description: flow.description, division: flow.division ?? divisionName };
  const first = firstProperties.filter((name) => name in named);
  const others = Object.keys(named)
    .filter((name) => !firstProperties.includes(name))
    .sort();
  const ordered = Object.fromEntries([...first, ...others].map((name) => [name, named[name]]));
  return stringify({ [flow.root]: ordered }, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** What is stored, as the JSON that the configuration operations answer: YAML as JSON, other configurations as they are. */
export function configurationOf(text: string): JsonObject {
  const architect = configurationInText(text);
  if (architect) return architect.configuration;
  const parsed: unknown = text === '' ? {} : parse(text);
  return isObject(parsed) ? parsed : {};
}
