// The head of a page of 系统: its name, what it is for, and its one action on the right.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly help?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** Pages of a table take the whole width. */
  readonly wide?: boolean;
};

export function Page({ title, help, action, children, wide = false }: Props) {
  return (
    <Stack gap="md" p="md" {...(wide ? {} : { maw: 820 })}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1}>{title}</Title>
          {help === undefined ? null : <Text c="dimmed">{help}</Text>}
        </div>
        {action}
      </Group>
      {children}
    </Stack>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
