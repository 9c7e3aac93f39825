import { CircleCheck, Globe, House, KeyRound, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RequestSettings } from '../../engine/protocol/requestViews.ts';
import { useCopy } from '../copy/useCopy.ts';
import { listNames } from '../nodes/listNames.ts';
import { useVariableTitle } from '../template/useVariableTitle.ts';
import { hostState } from './hostState.ts';
import type { OutsideHost } from '../nodes/outsideHosts.ts';
import styles from './Requests.module.css';

const MOST_NAMED = 6;
const KEY_WORDS = {
  missing: 'outside.keyMissing',
  otherHosts: 'outside.keyOther',
  plain: 'outside.keyPlain',
} as const;

interface OutsideRowProps {
  readonly host: OutsideHost;
  /** Null = not known yet. */
  readonly settings: RequestSettings | null;
}

/** A place a bot talks to: what it hears there of the customer, and what is not ready for it here. */
export function OutsideRow({ host, settings }: OutsideRowProps) {
  const t = useCopy('requests');
  const titleOf = useVariableTitle();
  const state = settings === null ? null : hostState(host, settings);
  const Icon = host.isLocal ? House : Globe;
  return (
    <li className={styles.place} data-testid={`outside-${host.host}`}>
      <Icon size={16} aria-hidden />
      <div className={styles.words}>
        <span className={styles.name}>{host.host}</span>
        <span className={styles.note}>
          {host.sends.length === 0
            ? t('outside.sendsNothing')
            : t('outside.sends', { names: listNames(host.sends.map(titleOf), MOST_NAMED) })}
        </span>
        {host.blocks.length > 0 && (
          <span className={styles.note}>
            {t('outside.from', { count: host.blocks.length, names: listNames(host.blocks) })}
          </span>
        )}
        {state?.keys.map(({ name, state: key }) =>
          key === 'here' ? (
            <Line key={name} icon={<CircleCheck size={14} aria-hidden />} tone="ready">
              {t('outside.keyHere', { name })}
            </Line>
          ) : (
            <Line key={name} icon={<KeyRound size={14} aria-hidden />}>
              {t(KEY_WORDS[key], { name })}
            </Line>
          ),
        )}
        {state?.isClosed === true && <Line icon={<House size={14} aria-hidden />}>{t('outside.closed')}</Line>}
        {host.plain !== null && <Line icon={<LockOpen size={14} aria-hidden />}>{t('outside.plain')}</Line>}
      </div>
    </li>
  );
}

interface LineProps {
  readonly icon: ReactNode;
  readonly tone?: 'ready' | 'short';
  readonly children: ReactNode;
}

function Line({ icon, tone = 'short', children }: LineProps) {
  return (
    <span className={styles.line} data-tone={tone}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
