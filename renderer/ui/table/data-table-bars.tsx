// What stands above a table: status tabs with counts, search and filters, the choice of columns, what is selected.
import { ActionIcon, Button, Checkbox, CloseButton, Popover, TextInput } from '@mantine/core';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { mostSearched } from '#shared/contract/paging.ts';
import { isLonger, lengthOf } from '#shared/kernel/text.ts';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import { Counter } from '../fields/text-box.tsx';
import css from './data-table.module.css';
import type { BatchAction, DataTab } from './data-table-types.ts';
import type { ColumnLayout } from './use-data-columns.ts';

type TabsProps = {
  readonly tabs: readonly DataTab[];
  readonly active: string | undefined;
  readonly onTab: ((id: string) => void) | undefined;
  readonly toolbar: ReactNode;
};

export function Tabs({ tabs, active, onTab, toolbar }: TabsProps) {
  return (
    <div className={css['tabs']}>
      <nav aria-label={forms.table.tabs} className={css['tabList']}>
        {tabs.map(({ id, label, count }) => (
          <button
            aria-current={id === active ? 'true' : undefined}
            className={cx(css['tab'], id === active && css['tabActive'])}
            key={id}
            onClick={() => onTab?.(id)}
            type="button"
          >
            {label}
            {count === undefined ? null : (
              <span className={css['count']}>{count.toLocaleString('zh-CN')}</span>
            )}
          </button>
        ))}
      </nav>
      <div className={css['toolbar']}>{toolbar}</div>
    </div>
  );
}

type ToolbarProps<Row> = {
  readonly search:
    | { readonly value: string; readonly onChange: (text: string) => void; readonly placeholder: string }
    | undefined;
  readonly filters: ReactNode;
  readonly filtered: boolean;
  readonly onClearFilters: (() => void) | undefined;
  readonly layout: ColumnLayout<Row>;
  readonly toolbar: ReactNode;
};

export function TableToolbar<Row>(props: ToolbarProps<Row>) {
  const { search, filters, filtered, onClearFilters, layout, toolbar } = props;
  return (
    <div className={css['filters']}>
      {search === undefined ? null : (
        <div className={css['search']}>
          <TextInput
            aria-label={forms.table.search}
            error={isLonger(search.value, mostSearched)}
            leftSection={<IconSearch aria-hidden size={15} />}
            onChange={(event) => search.onChange(event.currentTarget.value)}
            placeholder={search.placeholder}
            rightSection={
              search.value === '' ? null : (
                <CloseButton
                  aria-label={forms.table.clearSearch}
                  onClick={() => search.onChange('')}
                  size={28}
                />
              )
            }
            value={search.value}
          />
          <Counter length={lengthOf(search.value)} limit={mostSearched} />
        </div>
      )}
      {filters}
      {filtered && onClearFilters !== undefined ? (
        <Button onClick={onClearFilters} px={8} variant="subtle">
          {forms.table.clearFilters}
        </Button>
      ) : null}
      <div className={css['toolbar']}>
        {toolbar}
        <ColumnChoice layout={layout} />
      </div>
    </div>
  );
}

function ColumnChoice<Row>({ layout }: { readonly layout: ColumnLayout<Row> }) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon aria-label={forms.table.columns} size={32} title={forms.table.columns} variant="default">
          <IconColumns3 aria-hidden size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={forms.table.columns}>
        <div className={css['choiceHint']}>{forms.table.columnsHint}</div>
        {layout.choices.map(({ id, header, shown }) => (
          <Checkbox
            checked={shown}
            key={id}
            label={header}
            my={8}
            onChange={() => layout.toggle(id)}
            size="xs"
            styles={{ label: { fontSize: 'var(--mantine-font-size-sm)' } }}
          />
        ))}
        <Button fullWidth onClick={layout.reset} size="xs" variant="default">
          {forms.table.resetColumns}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

type BatchProps = {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly actions: readonly BatchAction[];
};

export function BatchBar({ selected, onSelect, actions }: BatchProps) {
  return (
    <div className={css['batch']}>
      <span role="status">{forms.table.selected(selected.size)}</span>
      {actions.map(({ id, label, danger, run }) => (
        <Button
          key={id}
          onClick={() => run([...selected])}
          size="xs"
          variant="default"
          {...(danger === true ? { c: 'red' } : {})}
        >
          {label}
        </Button>
      ))}
      <Button onClick={() => onSelect(new Set())} size="xs" variant="subtle">
        {forms.table.unselect}
      </Button>
    </div>
  );
}
