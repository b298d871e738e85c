/** One operation as the official SDK's source calls it. */
export interface SdkOperation {
  /** Name of the SDK method, which is the platform's operation id. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Names of the query parameters, in the SDK's order. */
  readonly query: readonly string[];
  /** Name of the argument that is the body; undefined without a body. */
  readonly bodyArgument: string | undefined;
  /** Largest page that the SDK's documentation names. */
  readonly maxPageSize: number | undefined;
}

const call =
  /\n\t(?<id>\w+)\([^)]*\) \{(?:(?!\n\t\}\n)[\s\S])*?callApi\(\s*'(?<path>[^']+)',\s*'(?<method>[A-Z]+)',\s*\{[^\n]*\},\s*\{(?<query>[^\n]*)\},\s*\{[^\n]*\},\s*\{[^\n]*\},\s*(?<body>[^\n]+?),\s*\n/gu;

/** The operations in one API file of the SDK (`src/purecloud-platform-client-v2/api/*.js`), in its order. */
export function readOperations(source: string): readonly SdkOperation[] {
  return [...source.matchAll(call)].map(({ groups = {}, index }) => ({
    id: groups['id'] ?? '',
    method: groups['method'] ?? '',
    path: groups['path'] ?? '',
    query: [...(groups['query'] ?? '').matchAll(/'(\w+)': /gu)].map(([, name = '']) => name),
    bodyArgument: bodyArgument(groups['body'] ?? 'null'),
    maxPageSize: maxPageSize(source.slice(0, index)),
  }));
}

function bodyArgument(expression: string): string | undefined {
  if (expression === 'null') return undefined;
  return /^opts\['(\w+)'\]$/u.exec(expression)?.[1] ?? expression;
}

/** From the comment right before the method: `Page size [max value is 100]`, `The maximum page size is 200`. */
function maxPageSize(before: string): number | undefined {
  const comment = before.slice(before.lastIndexOf('/**'));
  const line = /@param \{\w+\} (?:opts\.)?pageSize (?<text>.*)/u.exec(comment)?.groups?.['text'] ?? '';
  const found = /max(?:imum)?[^\d]{0,40}?(?<most>\d+)/iu.exec(line)?.groups?.['most'];
  return found === undefined ? undefined : Number(found);
}
