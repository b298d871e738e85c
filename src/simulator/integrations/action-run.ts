import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import { isObject, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest } from '../wire/platform-error.ts';
import { objectAt } from './action.ts';

const permissions = { any: ['integrations:action:execute', 'bridge:actions:execute'] };

/**
 * Executing a data action. Nothing outside is called: the result is made from the contract. A property that an input gives
 * gets that value, any other the first of its `enum`, its `default` or an empty value of its type.
 */
export function runRoutes(base: string, find: (context: Context) => Entity): readonly Route[] {
  return [
    { method: 'POST', path: `${base}/test`, permissions, handle: (context) => test(inputsOf(context), find(context)) },
    {
      method: 'POST',
      path: `${base}/execute`,
      permissions,
      handle: (context) => execute(inputsOf(context), find(context)),
    },
  ];
}

function test(inputs: JsonObject, action: Entity): Reply {
  const missing = missingInputs(inputs, action);
  const validate = { step: 1, name: 'Validate input' };
  if (missing.length > 0) {
    const error = { message: `Missing: ${missing.join(', ')}`, code: 'input.schema.validation', status: 400 };
    return { status: 200, body: { success: false, error, operations: [{ ...validate, success: false, error }] } };
  }
  const finalResult = resultOf(inputs, action);
  const steps = ['Resolve template', 'Execute', 'Apply output transformation'];
  const operations = steps.map((name, index) => ({ step: index + 2, name, success: true }));
  return {
    status: 200,
    body: { success: true, finalResult, operations: [{ ...validate, success: true }, ...operations] },
  };
}

function execute(inputs: JsonObject, action: Entity): Reply {
  const missing = missingInputs(inputs, action);
  if (missing.length > 0) throw badRequest(`Missing: ${missing.join(', ')}`, 'input.schema.validation');
  return { status: 200, body: resultOf(inputs, action) };
}

function inputsOf({ body }: Context): JsonObject {
  return isObject(body) ? body : {};
}

function missingInputs(inputs: JsonObject, action: Entity): readonly string[] {
  const { required } = objectAt(objectAt(objectAt(action, 'contract'), 'input'), 'inputSchema');
  return (Array.isArray(required) ? required : []).filter(
    (name): name is string => typeof name === 'string' && inputs[name] === undefined,
  );
}

function resultOf(inputs: JsonObject, action: Entity): unknown {
  const schema = objectAt(objectAt(objectAt(action, 'contract'), 'output'), 'successSchema');
  return valueOf(schema, inputs);
}

function valueOf(schema: JsonObject, inputs: JsonObject): unknown {
  const values = schema['enum'];
  if (Array.isArray(values) && values[0] !== undefined) return values[0];
  if (schema['default'] !== undefined) return schema['default'];
  switch (schema['type']) {
    case 'string':
      return '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default: {
      const properties = objectAt(schema, 'properties');
      return Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          inputs[name] ?? valueOf(isObject(property) ? property : {}, inputs),
        ]),
      );
    }
  }
}
