import { Bug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { copyOf } from '../copy/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './ErrorBoundary.module.css';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly error: unknown;
}

/** A defect in one screen leaves the others, and what is saved, alone. Give it a `key` per screen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? 'thrown without a value' };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const t = copyOf('app');
    return (
      <EmptyState
        icon={<Bug aria-hidden />}
        title={t('crash.title')}
        actions={
          <Button variant="primary" onClick={() => this.setState({ error: null })}>
            {t('crash.again')}
          </Button>
        }
      >
        <p>{t('crash.text')}</p>
        <details className={styles.details}>
          <summary>{t('crash.details')}</summary>
          <pre>{describe(this.state.error)}</pre>
        </details>
      </EmptyState>
    );
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
