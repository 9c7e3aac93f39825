import type { HttpAnswer } from '../model/event.ts';
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

/** A request that an author wrote, to a server of the author's choice. */
export interface AuthorRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bounds the whole exchange. */
  readonly timeoutMs: number;
  /** Hosts outside the open internet that the owner of this computer allows: `name`, or `name:port`. */
  readonly privateHosts: readonly string[];
  /** Ports of the engine itself: never, on this computer. */
  readonly ownPorts: readonly number[];
}
/**
 * Exchanges with servers nobody here vouches for: public addresses alone, no redirect followed, the body cut at
 * `LIMITS.httpReplyCharacters`. Any status is a reply. Faults: `requestRefused` (it may not be asked), and `network` and
 * `timeout` as above.
 */
export interface RequestRunner {
  run(request: AuthorRequest): Promise<Result<HttpAnswer>>;
  /** Gives up what is under way, and asks nothing more. */
  stop(): Promise<void>;
}
