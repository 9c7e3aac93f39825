import { Brain, CalendarCheck, ListChecks, type LucideIcon, Moon, ShoppingBag, Square } from 'lucide-react';
import type { TemplateName } from '../../engine/flow/templates/templateBot.ts';
import type { ChoiceCardProps } from './ChoiceCard.tsx';

/** Those a person begins with; the flower shop is the example of the first run, not a base for one's own. */
export type OfferedTemplate = Exclude<TemplateName, 'flowers'>;
type Face = readonly [icon: LucideIcon, family: ChoiceCardProps['family']];

/** In the order they are shown in. */
const FACES: Readonly<Record<OfferedTemplate, Face>> = {
  menu: [ListChecks, 'ask'],
  nlp: [Brain, 'nlu'],
  order: [ShoppingBag, 'crm'],
  booking: [CalendarCheck, 'start'],
  'after-hours': [Moon, 'operator'],
  empty: [Square, 'system'],
};
export const OFFERED_TEMPLATES = Object.entries(FACES) as readonly (readonly [OfferedTemplate, Face])[];
