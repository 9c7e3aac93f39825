import { ConversationState, MemoryStorage } from 'botbuilder';
import { DialogSet, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs';
import { openChannel } from './botFramework.mjs';

/**
 * A waterfall of two steps that begins anew after each answer, as the page on branches and loops has it. `prompt` asks,
 * `options` are its options, `chosen` tells the option from what it recognized.
 */
export function openWaterfall({ greeting, prompt, options, answerTo }) {
  const state = new ConversationState(new MemoryStorage()); // it keeps its items as JSON
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(prompt);
  dialogs.add(
    new WaterfallDialog('menu', [
      async (step) => {
        if (step.options.again !== true) await step.context.sendActivity(greeting);
        return step.prompt(prompt.id, options);
      },
      async (step) => {
        await step.context.sendActivity(answerTo(step.result));
        return step.replaceDialog('menu', { again: true });
      },
    ]),
  );
  return openChannel(async (context) => {
    const dialog = await dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === DialogTurnStatus.empty) await dialog.beginDialog('menu');
    await state.saveChanges(context, false);
  });
}
