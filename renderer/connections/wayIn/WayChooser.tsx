import { Cloud, Globe, Radio, Server, TerminalSquare } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { type Way, WAYS } from './wayDraft.ts';
import styles from './wayIn.module.css';

const ICONS = { own: Globe, ssh: Server, service: TerminalSquare, ngrok: Radio, cloudflared: Cloud };

/** The ways from the outside to this computer, each with what it costs and what it gives. */
export function WayChooser({ value, onChange }: { readonly value: Way; readonly onChange: (way: Way) => void }) {
  const t = useCopy('wayIn');
  const id = useId();
  return (
    <div>
      <p className={styles.caption} id={id}>
        {t('choose')}
      </p>
      <RadioGroup.Root
        className={styles.ways}
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => {
          const way = WAYS.find((known) => known === next);
          if (way !== undefined) onChange(way);
        }}
      >
        {WAYS.map((way) => {
          const Icon = ICONS[way];
          return (
            <RadioGroup.Item key={way} value={way} className={styles.way} data-testid={`way-${way}`}>
              <Icon size={16} aria-hidden className={styles.icon} />
              <span className={styles.words}>
                <span className={styles.name}>{t(`way.${way}`)}</span>
                <span className={styles.hint}>{t(`hint.${way}`)}</span>
              </span>
              <span className={styles.dot} aria-hidden />
            </RadioGroup.Item>
          );
        })}
      </RadioGroup.Root>
    </div>
  );
}
