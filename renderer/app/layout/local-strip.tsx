import { IconRefreshAlert } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { NoticeStrip } from '#renderer/ui/states/notice-strip.tsx';
import { appText } from '#shared/text/index.ts';

/** While the thread of the local side is started again nothing can be saved: said, until it runs. */
export function LocalStrip() {
  const state = useAsk('host.localState', {}).data?.state;
  if (state !== 'restarting' && state !== 'starting') return null;
  return (
    <NoticeStrip icon={IconRefreshAlert} tone="warning">
      {appText.localSide.restarting}
    </NoticeStrip>
  );
}
