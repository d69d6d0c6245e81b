// 更多 of a row: one menu for the whole table, made when it is opened and placed at the button that opened it.
import { Menu } from '@mantine/core';
import { type Ref, useState } from 'react';
import { forms } from '#shared/text/index.ts';
import { graveColor } from '../base/grave-color.ts';
import { splitActions } from './data-table-row.tsx';
import type { RowAction } from './data-table-types.ts';

export type OpenMenu<Row> = { readonly row: Row; readonly button: HTMLElement };

type Props<Row> = {
  readonly open: OpenMenu<Row>;
  readonly actions: readonly RowAction<Row>[];
  readonly name: string;
  readonly onClose: () => void;
};

export function RowMenu<Row>({ open, actions, name, onClose }: Props<Row>) {
  const { row, button } = open;
  const [{ left, top, width, height }] = useState(() => button.getBoundingClientRect());
  const close = () => {
    onClose();
    // A dialog that an action has opened keeps the focus.
    setTimeout(() => {
      if (document.activeElement === document.body) button.focus({ preventScroll: true });
    }, 0);
  };
  return (
    <Menu
      onChange={(opened) => {
        if (!opened) close();
      }}
      opened
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
      trapFocus
      withinPortal
    >
      <Menu.Target>
        <Place left={left} top={top} width={width} height={height} />
      </Menu.Target>
      <Menu.Dropdown aria-label={forms.moreFor(name)} aria-labelledby={undefined}>
        {splitActions(actions).tucked.map(({ id, label, danger, disabled, run }) => (
          <Menu.Item
            disabled={disabled === true}
            key={id}
            onClick={() => run(row)}
            {...(danger === true ? { color: graveColor } : {})}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type PlaceProps = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly ref?: Ref<HTMLSpanElement>;
};

/** Where the menu is hung up. It is no button, so it takes none of the words that the menu would give to one. */
function Place({ left, top, width, height, ref }: PlaceProps) {
  return <span ref={ref} style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }} />;
}
