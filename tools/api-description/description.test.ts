import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeApi } from './describe.ts';
import { readFacts } from './facts.ts';
import { descriptionFiles, descriptionFolder } from './files.ts';
import { readDeclarations } from './read-declarations.ts';
import { readOperations } from './read-operations.ts';
import { readSdk } from './sdk.ts';

const sdk = readSdk();
const facts = readFacts();

describe('the description of the public API', () => {
  it('is what the installed SDK and the facts give (node tools/write-api-description.ts writes it again)', () => {
    const files = descriptionFiles(describeApi(sdk, facts));
    const stale = Object.keys(files).filter(
      (name) => readFileSync(join(descriptionFolder, name), 'utf8') !== files[name],
    );
    expect(stale).toEqual([]);
  });

  it('has all 143 configuration types and every operation that they name', () => {
    const { types, operations, models } = describeApi(sdk, facts);
    expect(Object.keys(types)).toHaveLength(143);
    expect(Object.keys(operations).length).toBeGreaterThan(700);
    const bodies = Object.values(operations).flatMap(({ body }) => body?.match(/[A-Z]\w*/gu) ?? []);
    expect(bodies.filter((model) => model !== 'Array' && !(model in models))).toEqual([]);
  });

  it('refuses a fact about an operation that the SDK does not have', () => {
    const stale = { ...facts, further: ['getNothing'] };
    expect(() => describeApi(sdk, stale)).toThrow('the SDK has no operation getNothing');
  });

  it('knows no permission or property of something that the SDK does not have', () => {
    const ids = new Set(sdk.operations.map(({ id }) => id));
    expect(Object.keys(facts.permissions).filter((id) => !ids.has(id))).toEqual([]);
    const strangers = Object.keys(facts.properties).filter((name) => {
      const [model = '', property = ''] = name.split('.');
      return sdk.declarations.models.get(model)?.has(property) !== true;
    });
    expect(strangers).toEqual([]);
  });
});

describe('reading the SDK', () => {
  it('finds path, method, query, body and the documented page size of an operation', () => {
    const source = `
	/**
	 * @param {Number} opts.pageSize Page size [max value is 100] (default to 25)
	 */
	postThings(thingId, body, opts) { 
		return this.apiClient.callApi(
			'/api/v2/things/{thingId}', 
			'POST', 
			{ 'thingId': thingId },
			{ 'pageSize': opts['pageSize'],'expand': this.apiClient.buildCollectionParam(opts['expand'], 'multi') },
			{  },
			{  },
			body, 
			['PureCloud OAuth'], 
		);
	}
`;
    expect(readOperations(source)).toEqual([
      {
        id: 'postThings',
        method: 'POST',
        path: '/api/v2/things/{thingId}',
        query: ['pageSize', 'expand'],
        bodyArgument: 'body',
        maxPageSize: 100,
      },
    ]);
  });

  it('finds properties with their types, and the types of arguments and answers', () => {
    const text = [
      'declare class ThingsApi {  ',
      '  \tpostThings(thingId: string, body: Models.Thing, opts?: ThingsApi.postThingsOptions): Promise<Models.Thing>;',
      '}',
      'declare namespace ThingsApi { ',
      '\texport interface postThingsOptions { ',
      '\t\t"expand"?: Array<string>;',
      '\t}',
      '}',
      'declare namespace Models { ',
      '\texport interface Empty { ',
      '\t}',
      '\texport interface Thing { ',
      '\t\t"name": string;',
      '\t\t"parts"?: Array<Models.Part>;',
      '\t}',
      '}',
    ].join('\n');
    const { models, methods } = readDeclarations(text);
    expect([...(models.get('Thing') ?? [])]).toEqual([
      ['name', { type: 'string', required: true }],
      ['parts', { type: 'Array<Part>' }],
    ]);
    expect(models.get('Empty')?.size).toBe(0);
    expect(methods.get('postThings')?.answer).toBe('Thing');
    expect([...(methods.get('postThings')?.parameters ?? [])]).toContainEqual(['body', 'Thing']);
  });
});
