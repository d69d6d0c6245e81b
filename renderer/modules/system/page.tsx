// What pages of 系统 are laid out in.
import { Stack, Title } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { PageHeading } from '#renderer/ui/base/page-heading.tsx';

type Props = ComponentProps<typeof PageHeading> & {
  readonly children: ReactNode;
  /** Pages of a table take the whole width. */
  readonly wide?: boolean;
};

export function Page({ children, wide = false, ...heading }: Props) {
  return (
    <Stack gap="md" p="md" {...(wide ? {} : { maw: 820 })}>
      <PageHeading {...heading} />
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
