import type { BotFacts } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import type { LocalProblem } from '../kind.ts';
import { partAt, readPath } from './replyPath.ts';
import { isJsonBody } from './requestBody.ts';
import { carriesKey, isHeader } from './requestHeaders.ts';
import { checkUrl, isLocalHost } from './requestUrl.ts';
import { sampleValue } from './sample.ts';
import type { HttpData, SaveRow } from './schema.ts';
import { RETRIES, TIMEOUT } from './limits.ts';

export function httpProblems(data: HttpData, facts: BotFacts): LocalProblem[] {
  const problems = urlProblems(data.url ?? '');
  for (const row of data.headers ?? [])
    if (!isHeader(row))
      problems.push({ code: 'E-HEADER', level: 'error', field: 'headers', facts: { name: row.name ?? '' } });
    else if (carriesKey(row))
      problems.push({ code: 'I-KEY', level: 'tip', field: 'headers', facts: { name: row.name ?? '' } });
  if (!isJsonBody(data.body)) problems.push({ code: 'E-JSON', level: 'error', field: 'body' });
  for (const row of data.save ?? []) problems.push(...variableProblems(row, facts));
  problems.push(...pathProblems(data));
  problems.push(...limitProblems(data));
  return problems;
}

function urlProblems(url: string): LocalProblem[] {
  const check = checkUrl(url);
  if (!check.ok) return [{ code: check.fault, level: 'error', field: 'url' }];
  const problems: LocalProblem[] = [];
  if (!check.secure) problems.push({ code: 'W-HTTP', level: 'warning', field: 'url' });
  if (isLocalHost(check.hostname))
    problems.push({ code: 'W-LOCAL', level: 'warning', field: 'url', facts: { host: check.hostname } });
  return problems;
}

function variableProblems({ variable = '' }: SaveRow, facts: BotFacts): LocalProblem[] {
  const field = 'save';
  if (variable === '') return [{ code: 'E-VARREQ', level: 'error', field }];
  if (!isVariableName(variable)) return [{ code: 'E-VARNAME', level: 'error', field, facts: { name: variable } }];
  return facts.variables.some((known) => known.id === variable)
    ? []
    : [{ code: 'E-VAR', level: 'error', field, facts: { name: variable } }];
}

function pathProblems(data: HttpData): LocalProblem[] {
  const sample = sampleValue(data);
  if (sample === undefined) return [{ code: 'I-SAMPLE', level: 'tip', field: 'sample' }];
  return (data.save ?? []).flatMap(({ path = '' }): LocalProblem[] => {
    const steps = readPath(path);
    return steps !== null && partAt(sample, steps) !== undefined
      ? []
      : [{ code: 'W-PATH', level: 'warning', field: 'save', facts: { path } }];
  });
}

function limitProblems({ timeoutSeconds, retries }: HttpData): LocalProblem[] {
  const limits = [
    ['timeoutSeconds', timeoutSeconds, TIMEOUT],
    ['retries', retries, RETRIES],
  ] as const;
  return limits.flatMap(([field, value, { min, max }]): LocalProblem[] =>
    value === undefined || (value >= min && value <= max)
      ? []
      : [{ code: 'W-BOUNDS', level: 'warning', field, facts: { min, max } }],
  );
}
