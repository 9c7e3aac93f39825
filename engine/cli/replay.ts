import { programsOf } from '../check/replay/programsOf.ts';
import { parseRecord, type TalkRecord } from '../check/replay/record.ts';
import { replay as replayRecord } from '../check/replay/replay.ts';
import { replayOn } from '../check/replay/replayOn.ts';
import { divergenceWords, draftWords, eventWords } from '../check/replay/replayWords.ts';
import type { Bot } from '../flow/botSchema.ts';
import { compileBot } from '../runtime/compileBot.ts';
import { language } from './language.ts';
import { complain, DONE, inWords, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';
import { readTextFile } from './readTextFile.ts';

/** `dialogram replay RECORD.json [--on FILE]`: a live conversation's record again. Status 1 if something comes out otherwise. */
export function replay(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, { on: 'value' });
  if ('wrong' in read) return misused({ ru: `replay: ${read.wrong}`, en: `replay: ${read.wrong}` });
  const [file, ...more] = read.files;
  if (file === undefined || more.length > 0)
    return misused({ ru: 'replay: нужен один файл записи', en: 'replay: one record file is needed' });
  const text = readTextFile(file);
  if (!text.ok) return complain(text.fault, file);
  const record = parseRecord(text.value);
  if (!record.ok) return complain(record.fault, file);
  const { json, on } = read.options;
  if (on === undefined) return onVersions(record.value, json);
  const bot = readBotFile(on);
  return bot.ok ? onDraft(record.value, bot.value, json) : complain(bot.fault, on);
}

function onVersions(record: TalkRecord, json: boolean): number {
  const report = replayRecord(record, programsOf(record));
  if (json) printJson({ on: 'version', lead: record.lead, ...report });
  else {
    for (const divergence of report.divergences)
      tell(`✗ ${when(divergence.at)} ${divergenceWords(divergence, language())}`);
    const [turns, same, skipped] = [report.turns, report.same, report.skipped].map(String);
    tell(
      inWords({
        ru: `ходов ${turns ?? ''}, так же ${same ?? ''}, не проигрывается ${skipped ?? ''}`,
        en: `${turns ?? ''} turns, ${same ?? ''} the same, ${skipped ?? ''} not replayed`,
      }),
    );
  }
  return report.divergences.length > 0 ? NO : DONE;
}

function onDraft(record: TalkRecord, bot: Bot, json: boolean): number {
  const report = replayOn(record, compileBot(bot));
  if (json) printJson({ on: 'draft', lead: record.lead, ...report });
  else {
    for (const divergence of report.divergences)
      tell(
        `✗ ${when(divergence.at)} ${eventWords(divergence.event, language())}: ${draftWords(divergence, bot, language())}`,
      );
    const [steps, same] = [report.steps, report.same].map(String);
    tell(
      inWords({
        ru: `шагов ${steps ?? ''}, так же ${same ?? ''}`,
        en: `${steps ?? ''} steps, ${same ?? ''} the same`,
      }),
    );
  }
  return report.divergences.length > 0 ? NO : DONE;
}

function when(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
