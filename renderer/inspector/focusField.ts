const CONTROLS = 'textarea, input, [role="combobox"], [role="radio"], [role="switch"], [role="checkbox"], button';

/** Puts the focus into a field of the inspector; without a name, into the first field of the block. */
export function focusField(dock: HTMLElement, field: string | undefined): void {
  const panel = dock.querySelector('[role="tabpanel"]:not([hidden])') ?? dock;
  const named = field === undefined ? null : panel.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const place = named ?? panel.querySelector('fieldset') ?? panel;
  const control = place.querySelector<HTMLElement>('textarea, input') ?? place.querySelector<HTMLElement>(CONTROLS);
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}
