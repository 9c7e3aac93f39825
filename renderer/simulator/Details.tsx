import { Clipboard } from 'lucide-react';
import type { TalkItem } from '../../engine/check/talkItem.ts';
import { copyText } from '../app/copyText.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { Button } from '../ui/Button.tsx';
import { botMoment } from './botClock.ts';
import styles from './Log.module.css';
import { placeTitle } from './placeTitle.ts';

/** «Details» under a failure or a real request: what a person who helps would ask for, ready to be copied. */
export function Details({ item }: { readonly item: Extract<TalkItem, { event: 'failure' | 'http' }> }) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  const { timeZone } = useBotFacts();
  const place = item.event === 'failure' ? item.place : item.node;
  const { goTo } = useEditor.getState();
  const reply = item.event === 'http' && item.real?.state === 'answered' ? item.real.reply.body : '';
  const code =
    item.event === 'failure' ? item.what : item.real?.state === 'failed' ? item.real.fault : String(item.status);
  const lines = [
    t('detailsCode', { code }),
    ...(place === null
      ? []
      : [t('detailsBlock', { block: `${placeTitle(bot, place)} (${place.flow}/${place.node})` })]),
    t('detailsTime', { time: botMoment(item.at, timeZone, currentLanguage()) }),
    ...(reply === '' ? [] : [`${t('detailsReply')}:\n${reply}`]),
  ];
  return (
    <details className={styles.details}>
      <summary>{t('details')}</summary>
      <pre>{lines.join('\n')}</pre>
      <span className={styles.detailActs}>
        {place !== null && (
          <Button size="dense" variant="ghost" onClick={() => goTo(place.flow, place.node)}>
            {t('goTo', { block: placeTitle(bot, place) })}
          </Button>
        )}
        <Button
          size="dense"
          variant="ghost"
          icon={<Clipboard />}
          onClick={() => void copyText(lines.join('\n'), t('detailsCopied'))}
        >
          {t('copyDetails')}
        </Button>
      </span>
    </details>
  );
}
