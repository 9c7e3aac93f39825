import { Brain, ListChecks, Square } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { createBot, type Template } from './botActions.ts';
import { ChoiceCard } from './ChoiceCard.tsx';

const TEMPLATES = [
  { id: 'menu', icon: ListChecks, family: 'ask' },
  { id: 'nlp', icon: Brain, family: 'nlu' },
  { id: 'empty', icon: Square, family: 'system' },
] as const satisfies readonly { id: Template; icon: typeof Square; family: string }[];

export function TemplateDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useCopy('flows');
  const [making, setMaking] = useState(false);

  async function choose(template: Template): Promise<void> {
    setMaking(true);
    await createBot(template);
    setMaking(false);
    onClose();
  }

  return (
    <Dialog open={open} onClose={onClose} title={t('templates.title')} description={t('templates.text')} width={520}>
      {TEMPLATES.map(({ id, icon: Icon, family }) => (
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
