// The header of a record whose buttons are its steps: the way forward at the right, what is not to be pressed in passing under 更多.
import { Button, Menu } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { label } from '#shared/text/index.ts';
import { graveColor } from '../base/grave-color.ts';
import { RecordHeader } from './record-header.tsx';

type Props<A extends string> = Omit<ComponentProps<typeof RecordHeader>, 'actions' | 'more'> & {
  /** As `pageActionsOf` puts them. */
  readonly steps: {
    readonly primary: A | null;
    readonly visible: readonly A[];
    readonly more: readonly A[];
  };
  readonly start: (step: A) => void;
  /** Buttons that lead elsewhere, before those of the steps. */
  readonly elsewhere: ReactNode;
};

export function StepsHeader<A extends string>({ steps, start, elsewhere, ...header }: Props<A>) {
  const { primary, visible, more } = steps;
  return (
    <RecordHeader
      {...header}
      actions={
        <>
          {elsewhere}
          {visible.map((step) => (
            <Button key={step} onClick={() => start(step)} variant="default">
              {label(`actions.${step}`)}
            </Button>
          ))}
          {primary === null ? null : (
            <Button onClick={() => start(primary)}>{label(`actions.${primary}`)}</Button>
          )}
        </>
      }
      {...(more.length === 0
        ? {}
        : {
            more: more.map((step) => (
              <Menu.Item color={graveColor} key={step} onClick={() => start(step)}>
                {label(`actions.${step}`)}
              </Menu.Item>
            )),
          })}
    />
  );
}
