// Whether a file is on the server yet, with the progress of its way there or here.
import { Progress } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudDown, IconCloudUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useAppEvent } from '#renderer/api/use-app-event.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { forms } from '#shared/text/index.ts';
import css from './attachments.module.css';

export type Transfer = Omit<Extract<AppEvent, { type: 'file.progress' }>, 'type'>;

/** The last word on every file that has moved since the component is shown, by hash. */
export function useTransfers(): ReadonlyMap<string, Transfer> {
  const [transfers, setTransfers] = useState<ReadonlyMap<string, Transfer>>(new Map());
  useAppEvent('file.progress', (event) => setTransfers((known) => new Map(known).set(event.sha256, event)));
  return transfers;
}

type Props = {
  readonly name: string;
  readonly state: 'here' | 'sent' | 'missing' | undefined;
  /** Why it could not be sent when it was last tried. */
  readonly error?: AppError | null | undefined;
  readonly transfer: Transfer | undefined;
};

export function FileState({ name, state, error, transfer }: Props) {
  const failed = transfer === undefined ? error : transfer.error;
  if (failed !== undefined && failed !== null && state !== 'sent') {
    return (
      <span className={css['failed']}>
        <IconAlertTriangle aria-hidden size={15} />
        {transfer?.direction === 'down' ? forms.files.downloadFailed : whyNotSent(failed)}
      </span>
    );
  }
  if (transfer !== undefined && !transfer.finished) {
    const percent = transfer.size === 0 ? 0 : Math.min(99, Math.floor((transfer.done / transfer.size) * 100));
    return (
      <div className={css['progress']}>
        <span>
          {transfer.direction === 'up' ? forms.files.sending(percent) : forms.files.receiving(percent)}
        </span>
        <Progress aria-label={forms.files.progress(name)} size="xs" value={percent} />
      </div>
    );
  }
  if (transfer?.direction === 'up' || state === 'sent') {
    return (
      <span className={css['sent']}>
        <IconCloudCheck aria-hidden size={15} />
        {forms.files.sent}
      </span>
    );
  }
  if (state === 'here') {
    return (
      <span className={css['waiting']}>
        <IconCloudUp aria-hidden size={15} />
        {forms.files.here}
      </span>
    );
  }
  return (
    <span className={css['waiting']}>
      <IconCloudDown aria-hidden size={15} />
      {forms.files.missing}
    </span>
  );
}

/** What to do, where waiting alone does not help. */
export function whyNotSent({ code }: AppError): string {
  const { stuck, failed } = forms.files;
  return code === 'too_large' ||
    code === 'hash_mismatch' ||
    code === 'file_missing' ||
    code === 'file_unreadable'
    ? stuck[code]
    : failed;
}
