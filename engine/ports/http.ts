import type { Result } from '../model/result.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text, or a file to upload with its form fields. */
  readonly body?: string | HttpUpload;
  readonly timeoutMs: number;
}
export interface HttpUpload {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly part: string; readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface HttpDownload {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Bytes; a larger body is not read to its end. */
  readonly limit: number;
}
export interface HttpFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}
/**
 * One HTTP exchange, redirects not followed. Names of headers in replies are in lower case. Any status is a reply; a fault is `network` (nothing was sent: refused, unresolved) or `timeout`
 * (it may have arrived: timed out, cut in the middle), which the outbox must treat as «unknown».
 */
export interface Http {
  send(request: HttpRequest): Promise<Result<HttpReply>>;
  /** A GET whose body is bytes. Faults as above, and `fileTooBig`. */
  download(request: HttpDownload): Promise<Result<HttpFile>>;
}
