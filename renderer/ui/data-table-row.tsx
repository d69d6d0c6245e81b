// One row: its cells, at most two visible actions, the rest under 更多.
import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { forms } from '#shared/text/index.ts';
import { cx } from './cx.ts';
import css from './data-table.module.css';
import type { DataColumn, RowAction } from './data-table-types.ts';

type Props<Row> = {
  readonly id: string;
  readonly row: Row;
  readonly name: string;
  readonly index: number;
  readonly start: number;
  readonly template: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly actions: readonly RowAction<Row>[] | undefined;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onToggle: (() => void) | undefined;
  readonly onOpen: () => void;
};

export function TableRow<Row>(props: Props<Row>) {
  const { id, row, name, index, start, template, columns, actions, active, selected, onToggle, onOpen } =
    props;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={onToggle === undefined ? undefined : selected}
      className={cx(css['row'], active && css['active'], selected && css['selected'])}
      id={id}
      onClick={(event) => {
        const { target } = event;
        // Buttons, boxes and links in the row have their own meaning; so has a text that was just marked.
        if (target instanceof Element && target.closest('button, a, input, label') !== null) return;
        if ((getSelection()?.toString() ?? '') !== '') return;
        onOpen();
      }}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
    >
      {onToggle === undefined ? null : (
        <td className={css['check']}>
          <Checkbox
            aria-label={forms.table.select(name)}
            checked={selected}
            onChange={onToggle}
            size="xs"
            tabIndex={-1}
          />
        </td>
      )}
      {columns.map((column) => (
        <td className={cx(css['cell'], column.align === 'right' && css['right'])} key={column.id}>
          {column.render(row)}
        </td>
      ))}
      {actions === undefined ? null : (
        <td className={css['actions']}>
          <RowActions actions={actions} name={name} row={row} />
        </td>
      )}
    </tr>
  );
}

type ActionsProps<Row> = {
  readonly actions: readonly RowAction<Row>[];
  readonly name: string;
  readonly row: Row;
};

function RowActions<Row>({ actions, name, row }: ActionsProps<Row>) {
  const first = actions.filter(({ tucked }) => tucked !== true).slice(0, 2);
  const rest = actions.filter((action) => !first.includes(action));
  return (
    <>
      {first.map((action) => (
        <Button
          aria-label={forms.of(name, action.label)}
          disabled={action.disabled === true}
          key={action.id}
          onClick={() => action.run(row)}
          px={6}
          size="compact-sm"
          variant="subtle"
          {...(action.danger === true ? { color: 'red' } : {})}
        >
          {action.label}
        </Button>
      ))}
      {rest.length === 0 ? null : <More actions={rest} name={name} row={row} />}
    </>
  );
}

/** 更多. A menu is dear to draw and most rows only pass by: it is made when the pointer or the focus comes to its button. */
function More<Row>({ actions, name, row }: ActionsProps<Row>) {
  const [met, setMet] = useState<'not yet' | 'pointer' | 'focus'>('not yet');
  const button = useRef<HTMLButtonElement>(null);
  // The button in the menu is another element than the one that had the focus.
  useEffect(() => {
    if (met === 'focus') button.current?.focus();
  }, [met]);
  const target = (
    <ActionIcon
      aria-haspopup="menu"
      aria-label={forms.moreFor(name)}
      ref={button}
      size={28}
      title={forms.more}
      {...(met === 'not yet'
        ? { onFocus: () => setMet('focus'), onPointerEnter: () => setMet('pointer') }
        : {})}
    >
      <IconDots aria-hidden size={16} />
    </ActionIcon>
  );
  if (met === 'not yet') return target;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            disabled={action.disabled === true}
            key={action.id}
            onClick={() => action.run(row)}
            {...(action.danger === true ? { color: 'red' } : {})}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
