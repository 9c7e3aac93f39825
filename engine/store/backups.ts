import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile, BackupKind } from '../ports/storeCare.ts';
import { giveToOwner } from './prepareFolder.ts';

const FOLDER = 'backups';

/** Where copies are kept: a folder that only its owner may read. */
export function backupFolder(folder: string): string {
  return join(folder, FOLDER);
}

export function makeBackupFolder(folder: string): void {
  if (mkdirSync(backupFolder(folder), { recursive: true, mode: 0o700 }) !== undefined)
    giveToOwner(backupFolder(folder));
}

/** `backups/<kind>-20261123T010500Z.sqlite`: in the order of time when sorted by name, and no word of any customer. */
export function newBackupPath(folder: string, kind: 'daily' | 'manual', now: number): string {
  makeBackupFolder(folder);
  const stamp = new Date(now).toISOString().replaceAll(/[-:]/gu, '').replace(/\.\d+/u, '');
  return join(backupFolder(folder), `${kind}-${stamp}.sqlite`);
}

/** Copies there are, newest first. A folder that is missing or cannot be read holds none. */
export function listBackups(folder: string): readonly BackupFile[] {
  let names: readonly string[];
  try {
    names = readdirSync(backupFolder(folder)).filter((name) => name.endsWith('.sqlite'));
  } catch {
    return [];
  }
  return names
    .map((name) => describe(join(backupFolder(folder), name), name))
    .filter((file) => file !== null)
    .sort((a, b) => b.at - a.at);
}

function describe(path: string, name: string): BackupFile | null {
  try {
    const { size, mtimeMs } = statSync(path);
    return { name, kind: kindOf(name), at: timeOf(name) ?? Math.round(mtimeMs), bytes: size };
  } catch {
    return null; // gone meanwhile
  }
}

function kindOf(name: string): BackupKind {
  const kind = /^(daily|manual|before)-/u.exec(name)?.[1];
  return kind === 'daily' || kind === 'manual' || kind === 'before' ? kind : 'other';
}

function timeOf(name: string): number | null {
  const before = /^before-\d+-(\d+)\.sqlite$/u.exec(name)?.[1];
  if (before !== undefined) return Number(before);
  const [, date, time] = /-(\d{8})T(\d{6})Z\.sqlite$/u.exec(name) ?? [];
  if (date === undefined || time === undefined) return null;
  const spelt = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`;
  const at = Date.parse(spelt);
  return Number.isNaN(at) ? null : at;
}

/** Keeps the newest of a kind: copies hold customers' words, so a heap of them is a leak. */
export function pruneBackups(folder: string, kind: BackupKind, keep: number): void {
  const old = listBackups(folder)
    .filter((file) => file.kind === kind)
    .slice(keep);
  for (const { name } of old) rmSync(join(backupFolder(folder), name), { force: true });
}
