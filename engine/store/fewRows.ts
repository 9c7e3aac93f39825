import type Database from 'better-sqlite3';

/** In which order, for SQLite and for ourselves. */
export interface RowOrder<Row> {
  readonly sql: string;
  readonly compare: (a: Row, b: Row) => number;
}

/** As they were stored. */
export const byId: RowOrder<{ readonly id: number }> = { sql: 'id', compare: (a, b) => a.id - b.id };
export const newestFirst: RowOrder<{ readonly id: number }> = { sql: 'id DESC', compare: (a, b) => b.id - a.id };

/**
 * The first `most` rows of a lead, or of something else that has few, in `order`. `select` ends with its conditions, which
 * have one parameter.
 *
 * SQLite makes a plan with ORDER BY, DISTINCT, a join or `LIMIT ?` anew whenever a parameter is bound (its value might allow
 * a better one), and better-sqlite3 then compiles the maker of its row objects anew as well: five times the cost of the
 * reading itself, a dozen times a turn. So the few rows that a lead has are read as they lie, and put in order here.
 */
export function fewRows<Row>(
  database: Database.Database,
  select: string,
  order: RowOrder<Row>,
  most: number,
): (of: string) => readonly Row[] {
  const some = database.prepare<[string], Row>(`${select} LIMIT ${String(most)}`);
  const first = database.prepare<[string], Row>(`${select} ORDER BY ${order.sql} LIMIT ${String(most)}`);
  return (of) => {
    const rows = some.all(of);
    // There may be more, and those that were read need not be the first.
    return rows.length === most ? first.all(of) : rows.sort(order.compare);
  };
}
