import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { badRequest, PlatformError } from './platform-error.ts';

/** Bytes that the body of an operation behind a token may have, after decompression. */
export const largestBody = 10 * 1024 * 1024;

/** The body of a request as far as it is looked at here. */
export type RequestBody = {
  readonly rawBody: string | Uint8Array;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/**
 * The JSON value of a body; undefined when it is blank. PlatformError 400 when it is not JSON, 413 when it is too
 * large, 415 for other content types and unknown encodings.
 */
export function jsonBody(request: RequestBody): unknown {
  if (request.rawBody.length === 0) return undefined;
  const text = decodedText(request);
  if (text.trim() === '') return undefined;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && type !== 'application/json' && !type.endsWith('+json')) throw unsupported(`content type ${type}`);
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The request could not be understood by the server due to malformed syntax.', 'bad.request');
  }
}

function decodedText({ rawBody, headers }: RequestBody): string {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (typeof rawBody === 'string' && encoding === 'identity') {
    if (Buffer.byteLength(rawBody) > largestBody) throw tooLarge();
    return rawBody;
  }
  const bytes = inflated(Buffer.from(rawBody), encoding);
  if (bytes.length > largestBody) throw tooLarge();
  return bytes.toString('utf8');
}

function inflated(bytes: Buffer, encoding: string): Buffer {
  const options = { maxOutputLength: largestBody };
  try {
    switch (encoding) {
      case 'identity':
        return bytes;
      case 'gzip':
        return gunzipSync(bytes, options);
      case 'deflate':
        return inflateSync(bytes, options);
      case 'br':
        return brotliDecompressSync(bytes, options);
      default:
        throw unsupported(`content encoding ${encoding}`);
    }
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    if (error instanceof RangeError) throw tooLarge();
    throw badRequest(`The body is not encoded as ${encoding}.`, 'bad.request');
  }
}

function unsupported(what: string): PlatformError {
  return new PlatformError(415, 'unsupported.media.type', `The ${what} is not supported.`);
}

function tooLarge(): PlatformError {
  return new PlatformError(413, 'request.entity.too.large', `The request body exceeds ${largestBody} bytes.`);
}
