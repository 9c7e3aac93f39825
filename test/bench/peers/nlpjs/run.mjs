// Reads {language, train: [{text, intent}], test: [text]} from the file named, writes {intents, trainMs, answerUs} as a line.
import { readFileSync } from 'node:fs';
import { NlpManager } from 'node-nlp';

const { language, train, test } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const manager = new NlpManager({ languages: [language], nlu: { log: false }, autoSave: false });
for (const { text, intent } of train) manager.addDocument(language, text, intent);
const began = process.cpuUsage();
await manager.train();
const { user, system } = process.cpuUsage(began);
const answered = performance.now();
const answers = [];
for (const text of test) {
  const { intent, score } = await manager.process(language, text);
  answers.push({ intent: intent === 'None' ? null : intent, score });
}
const answerUs = ((performance.now() - answered) * 1_000) / test.length;
process.stdout.write(`${JSON.stringify({ answers, trainMs: (user + system) / 1_000, answerUs })}\n`);
