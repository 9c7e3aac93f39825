import Database from 'better-sqlite3';

/** Keeps a database file to itself, as a program that writes to it would, until what this returns is called. */
export function lockFile(path: string): () => void {
  const opened = new Database(path);
  opened.exec('BEGIN EXCLUSIVE');
  return () => void opened.close();
}
