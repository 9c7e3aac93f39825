import type { BotStatus, StatusRole } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { newId } from '../editor/newId.ts';
import { useEditor } from '../editor/store.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { Combobox } from './Combobox.tsx';
import { StatusDot } from './StatusDot.tsx';

const ROLES: readonly StatusRole[] = ['bot', 'operator', 'closed', 'none'];

export interface StatusPickerProps {
  readonly value: string | undefined;
  readonly onChange: (status: string) => void;
  /** The role of a status made here; with `only`, the sole role on offer. */
  readonly role: StatusRole;
  readonly only?: boolean;
  readonly placeholder?: string;
  readonly onClear?: () => void;
}

/** A status of the bot, grouped by who talks in it. One that is missing can be made on the spot. */
export function StatusPicker({ value, onChange, role, only = false, placeholder, onClear }: StatusPickerProps) {
  const t = useCopy('inspector');
  const { statuses } = useBotFacts();
  const shown = ROLES.flatMap((group) =>
    only && group !== role ? [] : statuses.filter((status) => status.role === group),
  );
  const present = statuses.find((status) => status.id === value);
  // One of the wrong role stays in view: the finding about it says what to do.
  const options = present === undefined || shown.includes(present) ? shown : [present, ...shown];
  return (
    <Combobox
      value={value}
      options={options.map((status) => ({
        value: status.id,
        label: status.name,
        group: t(`role.${status.role}`),
        icon: <StatusDot role={status.role} />,
      }))}
      onChange={onChange}
      placeholder={placeholder ?? t('chooseStatus')}
      lost={t('lostStatus')}
      {...(onClear && { onClear })}
      create={{
        words: (name) => t('createStatus', { name }),
        run: (name) => onChange(createStatus(name, role)),
      }}
    />
  );
}

function createStatus(name: string, role: StatusRole): string {
  const { bot, run } = useEditor.getState();
  const statuses: BotStatus[] = bot.statuses ?? [];
  const id = newId('st', (wanted) => statuses.some((status) => status.id === wanted));
  run('setBot', { patch: { statuses: [...statuses, { id, name, role }] } });
  return id;
}
