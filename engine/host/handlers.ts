import type { z } from 'zod';
import type { Result } from '../model/result.ts';
import type { Method, Reply, REQUESTS } from '../protocol.ts';

/** A request's parameters once they are parsed. */
type Parsed<M extends Method> = z.output<(typeof REQUESTS)[M]['params']>;

/** One handler a request: the type says when one is missing. */
export type Handlers = { [M in Method]: (params: Parsed<M>) => Result<Reply<M>> | Promise<Result<Reply<M>>> };
