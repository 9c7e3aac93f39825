import { useEffect } from 'react';
import { matchShortcut } from '../ui/shortcut.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { openPublish } from './publishState.ts';

const SHORTCUT = 'Mod+Shift+Enter';

export function PublishButton({ bot }: { readonly bot: string }) {
  const t = useCopy('publish');

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!matchShortcut(event, SHORTCUT)) return;
      event.preventDefault();
      openPublish(bot);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [bot]);

  return (
    <Tooltip label={t('button')} shortcut={SHORTCUT}>
      <Button variant="primary" data-testid="publish" onClick={() => openPublish(bot)}>
        {t('button')}
      </Button>
    </Tooltip>
  );
}
