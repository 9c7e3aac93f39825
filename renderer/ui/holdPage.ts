let held = 0;

/** A dialog is open: the page below takes no keys. */
export function isPageHeld(): boolean {
  return held > 0;
}

/** Takes focus, clicks and screen readers off the page below a dialog. Value: gives it back (dialogs can be stacked). */
export function holdPage(): () => void {
  const page = document.getElementById('root');
  held += 1;
  page?.setAttribute('inert', '');
  return () => {
    held -= 1;
    if (held === 0) page?.removeAttribute('inert');
  };
}
