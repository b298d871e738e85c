/** Property of a model: its declared type without the namespace, and whether it must be there. */
export interface DeclaredProperty {
  readonly type: string;
  readonly required?: true;
}

/** What the SDK's `index.d.ts` declares. */
export interface Declarations {
  /** By name of the model, then of the property. */
  readonly models: ReadonlyMap<string, ReadonlyMap<string, DeclaredProperty>>;
  /** By operation id. */
  readonly methods: ReadonlyMap<string, DeclaredMethod>;
}

/** An API method: the types of its arguments by name (those of its options too), and of what it answers. */
export interface DeclaredMethod {
  readonly parameters: ReadonlyMap<string, string>;
  /** Names of the arguments that are not options, in order. */
  readonly positional: readonly string[];
  /** `void` when nothing is answered. */
  readonly answer: string;
}

/** Reads models, methods and their options out of the declarations of the official SDK. */
export function readDeclarations(text: string): Declarations {
  const options = new Map(
    [...text.matchAll(/\n\texport interface (\w+)Options \{ \n([\s\S]*?)\n\t\}/gu)].map(([, name = '', body = '']) => [
      name,
      propertiesOf(body),
    ]),
  );
  const methods = [...text.matchAll(/\n {2}\t(\w+)\((.*)\): Promise<(.+)>;/gu)].map(
    ([, name = '', parameters = '', answer = '']) =>
      [
        name,
        {
          parameters: new Map([...optionTypes(options.get(name)), ...parameterTypes(parameters)]),
          positional: parameterTypes(parameters).flatMap(([argument]) => (argument === 'opts' ? [] : [argument])),
          answer: plain(answer),
        },
      ] as const,
  );
  return { models: modelsOf(text), methods: new Map(methods) };
}

function modelsOf(text: string): Declarations['models'] {
  const models = text.slice(text.indexOf('declare namespace Models'));
  return new Map(
    [...models.matchAll(/\n\texport interface (\w+) \{ \n([\s\S]*?)\t\}/gu)].map(([, name = '', body = '']) => [
      name,
      propertiesOf(body),
    ]),
  );
}

function propertiesOf(body: string): ReadonlyMap<string, DeclaredProperty> {
  return new Map(
    [...body.matchAll(/^\s*"([^"]+)"(\?)?: (.+);$/gmu)].map(([, name = '', optional, type = '']) => [
      name,
      { type: plain(type), ...(optional === undefined ? { required: true as const } : {}) },
    ]),
  );
}

function optionTypes(
  properties: ReadonlyMap<string, DeclaredProperty> | undefined,
): readonly (readonly [string, string])[] {
  return [...(properties ?? [])].map(([name, { type }]) => [name, type] as const);
}

function parameterTypes(list: string): readonly (readonly [string, string])[] {
  return [...list.matchAll(/(\w+)\??: ([^,]+(?:, \w+>)?)/gu)].map(
    ([, name = '', type = '']) => [name, plain(type.trim())] as const,
  );
}

function plain(type: string): string {
  return type.replaceAll('Models.', '').trim();
}
