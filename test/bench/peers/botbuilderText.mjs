import { TextPrompt } from 'botbuilder-dialogs';
import { openWaterfall } from './waterfall.mjs';

/** A plain text prompt, its validator knows the options: the faster way in this framework. */
export function open({ greeting, menu, missed, options }) {
  const answers = new Map(options.flatMap(({ code, label, answer }) => [code, label].map((word) => [word, answer])));
  return openWaterfall({
    greeting,
    prompt: new TextPrompt('option', async ({ recognized }) => recognized.succeeded && answers.has(recognized.value)),
    options: { prompt: menu, retryPrompt: missed },
    answerTo: (text) => answers.get(text),
  });
}
