import { rescueFocus } from './regions.ts';

let last: Element | null = null;
/** Where the keyboard is going to: what it leaves may be gone before it gets there. */
let going: EventTarget | null = null;
let isLooking = false;

function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled') || element.closest('[inert]') !== null;
}

/** The keyboard is nowhere: what had it was taken off the page. */
function look(): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  if (going === null && last !== null && isGone(last)) rescueFocus();
}

/**
 * The keyboard is never on the page itself (ux.md, 7): when what had it goes, a dialog closes or a button can't be
 * pressed any more, it comes to the part of the window it was in. The value stops the watch.
 */
export function keepFocus(): () => void {
  const remember = (event: FocusEvent): void => {
    last = event.target instanceof Element ? event.target : null;
    going = null;
  };
  const follow = (event: FocusEvent): void => {
    going = event.relatedTarget;
  };
  const observer = new MutationObserver(() => {
    look();
    if (isLooking) return;
    isLooking = true;
    // A disabled button loses the keyboard only when the page is drawn next.
    requestAnimationFrame(() =>
      setTimeout(() => {
        isLooking = false;
        // It has come there by now, or it never will.
        going = null;
        look();
      }),
    );
  });
  window.addEventListener('focusin', remember);
  window.addEventListener('focusout', follow, { capture: true });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['inert', 'disabled'],
  });
  return () => {
    window.removeEventListener('focusin', remember);
    window.removeEventListener('focusout', follow, { capture: true });
    observer.disconnect();
  };
}
