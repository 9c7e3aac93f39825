import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';

/** Types of sources as Umnico names them. */
const CHANNELS = ['telegram', 'whatsapp', 'instagramV3', 'fb_messenger', 'vk_group', 'widget'] as const;
const FIELDS = ['name', 'phone', 'email'] as const;

/** Who writes, and by which channel: the bot may greet them by name, and flows may part by the channel. */
export function ProfilePopover() {
  const t = useCopy('simulator');
  const { channel, customer, returning } = useSimulator((state) => state.profile);
  const { setProfile } = useSimulator.getState();
  const known = CHANNELS.find((each) => each === channel);
  const person = customer.name ?? t(returning ? 'knownOne' : 'newOne');
  const who = `${known === undefined ? channel : t(`channels.${known}`)} · ${person}`;

  return (
    <Popover
      title={t('profileTitle')}
      align="start"
      trigger={
        <Button
          size="dense"
          variant="ghost"
          icon={<UserRound />}
          className={styles.who}
          title={who}
          aria-label={t('profile', { who })}
          data-testid="sim-profile"
        >
          {who}
        </Button>
      }
    >
      <div className={styles.profile}>
        <Field label={t('channel')}>
          <Select
            value={known ?? null}
            placeholder={channel}
            options={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
            onChange={(value) => setProfile({ channel: value })}
          />
        </Field>
        {FIELDS.map((field) => (
          <CustomerField key={field} field={field} label={t(field)} />
        ))}
        <Field label={t('acquaintance')} hint={t('acquaintanceHint')}>
          <Segmented
            label={t('acquaintance')}
            value={returning ? 'yes' : 'no'}
            options={[
              { value: 'no', label: t('firstTime') },
              { value: 'yes', label: t('wroteBefore') },
            ]}
            onChange={(value) => setProfile({ returning: value === 'yes' })}
          />
        </Field>
      </div>
    </Popover>
  );
}

interface CustomerFieldProps {
  readonly field: (typeof FIELDS)[number];
  readonly label: string;
}

/** Taken when the field is left, so that half a name is never greeted. */
function CustomerField({ field, label }: CustomerFieldProps) {
  const t = useCopy('simulator');
  const value = useSimulator((state) => state.profile.customer[field] ?? '');
  const [typed, setTyped] = useState<string | null>(null);

  function settle(): void {
    if (typed !== null && typed.trim() !== value) {
      const { profile, setProfile } = useSimulator.getState();
      const known = Object.entries({ ...profile.customer, [field]: typed.trim() }).filter(([, text]) => text !== '');
      setProfile({ customer: Object.fromEntries(known) });
    }
    setTyped(null);
  }

  return (
    <Field label={label}>
      <TextInput
        value={typed ?? value}
        placeholder={t('notKnown')}
        onChange={setTyped}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
        data-testid={`sim-customer-${field}`}
      />
    </Field>
  );
}
