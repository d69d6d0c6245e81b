// 保存状态: whether what was typed is safe. Said aloud only when it changes for the worse.
import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDeviceFloppy, IconPencil } from '@tabler/icons-react';
import type { AppError } from '#shared/kernel/errors.ts';
import { clockTime, describeError, exactTime, forms, machineTime } from '#shared/text/index.ts';
import css from './form-page.module.css';

export type SaveState =
  /** Nothing to save. */
  | { readonly kind: 'clean' }
  /** Typed, not on the disk yet; for less than a second. */
  | { readonly kind: 'typing' }
  /** On the disk as a draft since. */
  | { readonly kind: 'kept'; readonly at: number }
  /** Saved by command since. */
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly error: AppError };

export function SaveStatus({ state }: { readonly state: SaveState }) {
  const { saved } = forms.form;
  switch (state.kind) {
    case 'clean':
      return <div className={css['save']}>{saved.clean}</div>;
    case 'typing':
      return (
        <div className={css['save']}>
          <IconPencil aria-hidden size={16} />
          {saved.typing}
        </div>
      );
    case 'kept':
      return (
        <Tooltip label={saved.keptHint}>
          <div className={css['save']} data-save="kept">
            <IconDeviceFloppy aria-hidden size={16} />
            <time dateTime={machineTime(state.at)}>{saved.kept(clockTime(state.at))}</time>
          </div>
        </Tooltip>
      );
    case 'saved':
      return (
        <div className={css['save']} data-save="saved" title={exactTime(state.at)}>
          <IconCheck aria-hidden className={css['complete']} size={16} />
          {saved.done(clockTime(state.at))}
        </div>
      );
    case 'failed':
      return (
        <div className={css['save']} role="alert">
          <IconAlertTriangle aria-hidden className={css['wrong']} size={16} />
          <span className={css['wrong']}>{saved.failed(describeError(state.error))}</span>
        </div>
      );
  }
}
