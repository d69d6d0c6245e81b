import { Anchor } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { forms } from '#shared/text/index.ts';
import { NoticeStrip } from './notice-strip.tsx';

/** Above a list: how many records of its type are kept but cannot be read. Where there are none, nothing is seen. */
export function UnreadableNotice({ of }: { readonly of: string }) {
  const count = useAsk('lists.unreadable', { entity: of }).data?.count ?? 0;
  if (count === 0) return null;
  return (
    <NoticeStrip
      action={
        <Anchor component={Link} to="/system/about">
          {forms.unreadable.toVersion}
        </Anchor>
      }
      icon={IconFileUnknown}
      tone="calm"
    >
      {forms.unreadable.inList(count)}
    </NoticeStrip>
  );
}
