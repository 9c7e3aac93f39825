import { Brain, CalendarCheck, ListChecks, type LucideIcon, Moon, ShoppingBag, Square } from 'lucide-react';
import { useState } from 'react';
import type { TemplateName } from '../../engine/flow/templates/templateBot.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { createBot } from './botActions.ts';
import { ChoiceCard, type ChoiceCardProps } from './ChoiceCard.tsx';

type Face = readonly [icon: LucideIcon, family: ChoiceCardProps['family']];
/** In the order of the dialog. */
const FACES: Readonly<Record<TemplateName, Face>> = {
  menu: [ListChecks, 'ask'],
  nlp: [Brain, 'nlu'],
  order: [ShoppingBag, 'crm'],
  booking: [CalendarCheck, 'start'],
  'after-hours': [Moon, 'operator'],
  empty: [Square, 'system'],
};
const TEMPLATES = Object.entries(FACES) as [TemplateName, Face][];

export function TemplateDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useCopy('flows');
  const [making, setMaking] = useState(false);

  async function choose(template: TemplateName): Promise<void> {
    setMaking(true);
    await createBot(template);
    setMaking(false);
    onClose();
  }

  return (
    <Dialog open={open} onClose={onClose} title={t('templates.title')} description={t('templates.text')} width={520}>
      {TEMPLATES.map(([id, [Icon, family]]) => (
        <ChoiceCard
          key={id}
          icon={<Icon aria-hidden />}
          family={family}
          title={t(`templates.${id}`)}
          text={t(`templates.${id}Text`)}
          disabled={making}
          onChoose={() => void choose(id)}
        />
      ))}
    </Dialog>
  );
}
