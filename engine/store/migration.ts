/** A step of the database's history. `sql` runs inside one transaction together with the new `user_version`. */
export interface Migration {
  /** Counts from 1 without gaps; becomes `user_version`. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
