import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { createBot } from './botActions.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import { OFFERED_TEMPLATES, type OfferedTemplate } from './templateFaces.ts';
import { closeTemplateSheet, useTemplateSheet } from './templateSheet.ts';

export function TemplateDialog() {
  const t = useCopy('flows');
  const open = useTemplateSheet((state) => state.open);
  const [making, setMaking] = useState(false);

  async function choose(template: OfferedTemplate): Promise<void> {
    setMaking(true);
    const made = await createBot(template);
    setMaking(false);
    if (made !== null) closeTemplateSheet();
  }

  return (
    <Dialog
      open={open}
      onClose={closeTemplateSheet}
      title={t('templates.title')}
      description={t('templates.text')}
      width={520}
    >
      {OFFERED_TEMPLATES.map(([id, [Icon, family]]) => (
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
