/** One detail of an error body. */
export type ErrorDetail = {
  readonly errorCode: string;
  readonly fieldName?: string;
  readonly entityId?: string;
  readonly entityName?: string;
};

/** Parts of an error body beyond status, code and message. */
export type ErrorExtras = {
  readonly messageWithParams?: string;
  readonly messageParams?: Readonly<Record<string, string>>;
  readonly details?: readonly ErrorDetail[];
  readonly entityId?: string;
  readonly entityName?: string;
  readonly limit?: { readonly key: string; readonly namespace: string; readonly value: number };
  readonly headers?: Readonly<Record<string, string>>;
};

/** Ends the handling of a request with the platform's error body. */
export class PlatformError extends Error {
  readonly status: number;
  readonly code: string;
  readonly extras: ErrorExtras;

  constructor(status: number, code: string, message: string, extras: ErrorExtras = {}) {
    super(message);
    this.name = 'PlatformError';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }
}

/** The `ErrorBody` model; `contextId` is the correlation id of the request. */
export function errorBody(error: PlatformError, correlationId: string): object {
  const { headers: _headers, ...extras } = error.extras;
  return {
    message: error.message,
    code: error.code,
    status: error.status,
    messageParams: {},
    contextId: correlationId,
    details: [],
    errors: [],
    ...extras,
  };
}

/** 400: the request cannot be accepted as it is. */
export function badRequest(message: string, code = 'bad.request', extras: ErrorExtras = {}): PlatformError {
  return new PlatformError(400, code, message, extras);
}

/** 404: no such object, or none that the caller can read yet. */
export function notFound(what: string, id: string): PlatformError {
  return new PlatformError(404, 'not.found', `Unable to find ${what} with id ${id}`, {
    entityId: id,
    entityName: what,
  });
}

/** 409: the object or one related to it is in the way. */
export function conflict(message: string, code = 'general.conflict', extras: ErrorExtras = {}): PlatformError {
  return new PlatformError(409, code, message, extras);
}
