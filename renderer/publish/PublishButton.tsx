import { isEngineGone, useEngine } from '../app/engine.ts';
import { useKeyOf } from '../actions/actionKeys.ts';
import { useActions } from '../actions/provide.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { openPublish } from './publishState.ts';

export function PublishButton({ bot }: { readonly bot: string }) {
  const t = useCopy('publish');

  const keys = useKeyOf('publish');
  const isGone = useEngine(isEngineGone);
  const open = (naming = false): void => {
    if (isGone) toast(t('engineGone'));
    else openPublish(bot, 'publish', naming);
  };
  useActions({ publish: () => open(), nameVersion: () => open(true) });

  return (
    <Tooltip label={t(isGone ? 'engineGone' : 'button')} shortcut={isGone ? undefined : keys}>
      <Button variant="primary" data-testid="publish" aria-disabled={isGone} onClick={() => open()}>
        {t('button')}
      </Button>
    </Tooltip>
  );
}
