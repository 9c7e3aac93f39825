import { writeSync } from 'node:fs';
import { openDatabase } from '../../engine/store/openDatabase.ts';

/** `node migrationChild.ts FOLDER`: says that it begins, brings the database to the newest version, and stays until it is killed. */
const [folder = ''] = process.argv.slice(2);
writeSync(1, 'begin\n');
const opened = openDatabase(folder, 1);
if (!opened.ok) throw new Error(opened.fault.code);
process.exit(0);
