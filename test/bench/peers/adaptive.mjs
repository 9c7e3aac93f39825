import { ConversationState, MemoryStorage, MessageFactory } from 'botbuilder';
import { DialogManager, ListStyle } from 'botbuilder-dialogs';
import {
  AdaptiveDialog,
  Case,
  ChoiceInput,
  GotoAction,
  OnBeginDialog,
  SendActivity,
  SwitchCondition,
} from 'botbuilder-dialogs-adaptive';
import { openChannel } from './botFramework.mjs';

/** The engine of Bot Framework Composer. Its texts are static activities: as templates they would halve its pace. */
export function open({ greeting, menu, missed, options }) {
  const ask = new ChoiceInput().configure({
    id: 'ask',
    property: 'dialog.choice',
    prompt: MessageFactory.text(menu),
    unrecognizedPrompt: MessageFactory.text(missed),
    choices: options.map(({ label }) => ({ value: label })),
    style: ListStyle.none, // the text has its lines already
    alwaysPrompt: true,
    allowInterruptions: false,
  });
  const root = new AdaptiveDialog('menu').configure({
    triggers: [
      new OnBeginDialog([
        new SendActivity(MessageFactory.text(greeting)),
        ask,
        new SwitchCondition(
          'dialog.choice',
          [],
          options.map(({ label, answer }) => new Case(label, [new SendActivity(MessageFactory.text(answer))])),
        ),
        new GotoAction('ask'),
      ]),
    ],
    autoEndDialog: false,
  });
  const manager = new DialogManager(root);
  manager.conversationState = new ConversationState(new MemoryStorage()); // it keeps its items as JSON
  return openChannel((context) => manager.onTurn(context));
}
