import { ChoicePrompt, ListStyle } from 'botbuilder-dialogs';
import { openWaterfall } from './waterfall.mjs';

/** The prompt that the framework has for a menu: it takes numbers, captions and parts of them. */
export function open({ greeting, menu, missed, options }) {
  return openWaterfall({
    greeting,
    prompt: new ChoicePrompt('option'),
    options: {
      prompt: menu,
      retryPrompt: missed,
      choices: options.map(({ label }) => label),
      style: ListStyle.none, // the text has its lines already
    },
    answerTo: ({ index }) => options[index].answer,
  });
}
