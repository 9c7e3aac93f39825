import type { ReactNode } from 'react';
import buttonStyles from './Button.module.css';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  /** The name for people who do not see the picture, and the tooltip for those who do. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown in the tooltip, as `Mod+Z`. */
  readonly shortcut?: string | undefined;
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
}

export function IconButton({ label, shortcut, tooltipSide, className, variant = 'ghost', ...rest }: IconButtonProps) {
  const hint = { ...(shortcut !== undefined && { shortcut }), ...(tooltipSide && { side: tooltipSide }) };
  return (
    <Tooltip label={label} {...hint}>
      <Button {...rest} variant={variant} aria-label={label} className={classes(buttonStyles.square, className)} />
    </Tooltip>
  );
}
