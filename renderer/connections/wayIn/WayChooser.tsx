import { Cloud, Globe, Radio, Server, TerminalSquare } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { type Way, WAYS } from './wayDraft.ts';

const ICONS = { own: Globe, ssh: Server, service: TerminalSquare, ngrok: Radio, cloudflared: Cloud };

/** The ways from the outside to this computer, each with what it costs and what it gives. */
export function WayChooser({ value, onChange }: { readonly value: Way; readonly onChange: (way: Way) => void }) {
  const t = useCopy('wayIn');
  const cards = WAYS.map((way) => ({
    value: way,
    icon: ICONS[way],
    name: t(`way.${way}`),
    hint: t(`hint.${way}`),
    testId: `way-${way}`,
  }));
  return (
    <div>
      <RadioCards title={t('choose')} value={value} cards={cards} onChange={onChange} isOdd />
    </div>
  );
}
