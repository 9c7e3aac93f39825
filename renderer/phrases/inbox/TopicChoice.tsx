import { ChevronDown, EyeOff, Plus } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import styles from './Inbox.module.css';
import type { TopicOffer } from './offeredTopics.ts';

export interface TopicChoiceProps {
  readonly offers: readonly TopicOffer[];
  readonly synonyms: readonly (readonly MenuItem[])[];
  readonly disabled: boolean;
  readonly onTopic: (topic: string) => void;
  readonly onNew: () => void;
  readonly onIgnore: () => void;
}

/** What a group is about: one of the nearest topics, another one, a new one, an option of a menu, or nothing. */
export function TopicChoice({ offers, synonyms, disabled, onTopic, onNew, onIgnore }: TopicChoiceProps) {
  const t = useCopy('inbox');
  const topics = useEditor((state) => state.bot.intents) ?? [];
  const isMore = topics.length > offers.length;
  return (
    <div>
      <h3 className={styles.subtitle}>{t('about')}</h3>
      <ul className={styles.offers}>
        {offers.map(({ id, name, likeness }, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles.offer}
              disabled={disabled}
              onClick={() => onTopic(id)}
              title={name}
              aria-keyshortcuts={String(index + 1)}
              data-testid={`offer-${String(index + 1)}`}
            >
              <Kbd keys={String(index + 1)} />
              <span className={styles.offerName}>{name}</span>
              {likeness !== 'none' && <span className={styles.likeness}>{t(`likeness.${likeness}`)}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button icon={<Plus size={14} aria-hidden />} disabled={disabled} onClick={onNew} aria-keyshortcuts="N">
          {t('newTopic')} <Kbd keys="N" />
        </Button>
        {isMore && (
          <Menu
            align="start"
            trigger={
              <Button icon={<ChevronDown size={14} aria-hidden />} disabled={disabled}>
                {t('otherTopic')}
              </Button>
            }
            groups={[topics.map(({ id, name }) => ({ id, label: name, onSelect: () => onTopic(id) }))]}
          />
        )}
        {synonyms.length > 0 && (
          <Menu
            align="start"
            trigger={
              <Button icon={<ChevronDown size={14} aria-hidden />} disabled={disabled} data-testid="inbox-synonym">
                {t('synonym')}
              </Button>
            }
            groups={synonyms}
          />
        )}
        <Button
          variant="ghost"
          icon={<EyeOff size={14} aria-hidden />}
          onClick={onIgnore}
          aria-keyshortcuts="X"
          data-testid="inbox-ignore"
        >
          {t('ignore')} <Kbd keys="X" />
        </Button>
      </div>
    </div>
  );
}
