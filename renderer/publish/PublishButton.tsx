import { useKeyOf } from '../actions/actionKeys.ts';
import { useActions } from '../actions/provide.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { openPublish } from './publishState.ts';

export function PublishButton({ bot }: { readonly bot: string }) {
  const t = useCopy('publish');

  const keys = useKeyOf('publish');
  useActions({ publish: () => openPublish(bot), nameVersion: () => openPublish(bot, 'publish', true) });

  return (
    <Tooltip label={t('button')} shortcut={keys}>
      <Button variant="primary" data-testid="publish" onClick={() => openPublish(bot)}>
        {t('button')}
      </Button>
    </Tooltip>
  );
}
