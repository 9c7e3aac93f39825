import { createContext, use } from 'react';

interface FieldLink {
  readonly id: string | undefined;
  readonly labelId: string | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/** A second control of a Field, with a name of its own: the label leads to the first. */
export const ALONE: FieldLink = { id: undefined, labelId: undefined, describedBy: undefined, invalid: false };

export const FieldContext = createContext<FieldLink>(ALONE);

/** The attributes that tie a control to the label, hint and error of the Field around it. */
export function useFieldControl(): {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
} {
  const field = use(FieldContext);
  return {
    ...(field.id !== undefined && { id: field.id }),
    ...(field.describedBy !== undefined && { 'aria-describedby': field.describedBy }),
    ...(field.invalid && { 'aria-invalid': true as const }),
  };
}

/** For controls that are not one labelable element (a group, a list button). */
export function useFieldLabel(): string | undefined {
  return use(FieldContext).labelId;
}
