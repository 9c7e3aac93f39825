import { useEditor } from '../editor/store.ts';
import { focusField } from './focusField.ts';

/** From a block that lacks an operator's status to where the bot's statuses get their roles. */
export function openStatusSettings(): void {
  useEditor.getState().select({ nodes: [] });
  // The settings of the bot take the place of the block in the next frame.
  requestAnimationFrame(() => {
    const fold = document.querySelector<HTMLElement>('[data-testid="settings-statuses"]');
    const head = fold?.querySelector<HTMLElement>('[aria-expanded]');
    if (head?.ariaExpanded === 'false') head.click();
    requestAnimationFrame(() => fold && focusField(fold, undefined));
  });
}
