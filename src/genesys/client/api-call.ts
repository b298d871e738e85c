import type { Json } from '../../core/index.ts';

/** One request to the public API. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `{name}` parameters; errors show it, so it must hold no ids and no query. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>> | undefined;
  /** A list is sent as the parameter repeated. */
  readonly query?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly body?: Json | undefined;
  /** True when sending it twice does no harm: reads, queries, jobs that only prepare something. */
  readonly repeatable: boolean;
  /** True where a stale `version` is refused, so that a refusal for it can be told from others. */
  readonly versioned?: boolean | undefined;
  /** Texts of the body that no error may show. */
  readonly secrets?: readonly string[] | undefined;
}

/** A successful answer. */
export interface ApiAnswer {
  readonly status: number;
  /** The parsed body; undefined when it was empty. */
  readonly body: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** The path with its parameters filled in and the query added. */
export function addressOf(call: Pick<ApiCall, 'path' | 'params' | 'query'>): string {
  const path = call.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = call.params?.[name];
    if (value === undefined || value === '') throw new Error(`the path ${call.path} needs a value for ${name}`);
    return encodeURIComponent(value);
  });
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const item of typeof value === 'string' ? [value] : value) parameters.append(name, item);
  }
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}
