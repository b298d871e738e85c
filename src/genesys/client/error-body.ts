import { isJsonArray, isJsonObject, type Json, type JsonObject, withoutSecrets } from '../../core/index.ts';
import type { WireAnswer } from '../transport/exchange.ts';

/** What an error answer says, secrets taken out. */
export interface ErrorBody {
  /** Empty when the answer had no readable body. */
  readonly message: string;
  readonly code: string;
  readonly correlationId: string | undefined;
  /** One line for each detail and nested error: field, code, object. */
  readonly details: readonly string[];
}

/** Reads the platform's `ErrorBody`; bodies of other shapes give empty texts. */
export function errorBodyOf(answer: WireAnswer, secrets: readonly string[]): ErrorBody {
  const body = objectIn(withoutSecrets(answer.text, secrets));
  return {
    message: textOf(body['message']) || textOf(body['messageWithParams']),
    code: textOf(body['code']),
    correlationId: answer.headers['inin-correlation-id'] ?? (textOf(body['contextId']) || undefined),
    details: [
      ...objectsOf(body['details']).map(detailLine),
      ...objectsOf(body['errors']).map((error) => textOf(error['message'])),
    ].filter((line) => line !== ''),
  };
}

function detailLine(detail: JsonObject): string {
  const parts = [detail['fieldName'], detail['errorCode'], detail['entityName'], detail['entityId']];
  return parts
    .map(textOf)
    .filter((part) => part !== '')
    .join(' ');
}

function objectIn(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value as Json) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
