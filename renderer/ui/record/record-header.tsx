// Title and state of a record, a line of facts, and the buttons: the way forward at the right, what is rarely wanted under 更多.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Mark } from '#shared/contract/ipc.ts';
import { forms } from '#shared/text/index.ts';
import { MarkBadge, RecordStatus } from '../states/status-badge.tsx';
import css from './record-page.module.css';

type Props = {
  readonly title: string;
  /** The group of labels of its states, as for RecordStatus, and the state; left out of a record that has none. */
  readonly of?: string;
  readonly status?: string;
  readonly mark: Mark;
  /** By name, in their order; what is null or empty is left out. */
  readonly facts: Readonly<Record<string, string | null>>;
  /** Items of the menu 更多; without them there is none. */
  readonly more?: ReactNode;
  /** Buttons, the way forward last. */
  readonly actions: ReactNode;
};

export function RecordHeader({ title, of, status, mark, facts, more, actions }: Props) {
  return (
    <header className={css['header']}>
      <div className={css['titles']}>
        <div className={css['titleLine']}>
          <h1 className={css['title']}>{title}</h1>
          {of === undefined || status === undefined ? null : <RecordStatus of={of} status={status} />}
          <MarkBadge mark={mark} />
        </div>
        <div className={css['facts']}>
          {Object.entries(facts).map(([name, fact]) =>
            fact === null || fact === '' ? null : <span key={name}>{fact}</span>,
          )}
        </div>
      </div>
      <div className={css['buttons']}>
        {more === undefined ? null : (
          <Menu position="bottom-end" shadow="md" withinPortal>
            <Menu.Target>
              <Button rightSection={<IconChevronDown aria-hidden size={14} />} variant="default">
                {forms.more}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>{more}</Menu.Dropdown>
          </Menu>
        )}
        {actions}
      </div>
    </header>
  );
}
