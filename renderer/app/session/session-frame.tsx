// The frame of pages before anybody is signed in: the name, one card, and which server this is about.
import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { appText } from '#shared/text/index.ts';
import { Logo } from '../logo.tsx';
import classes from './session.module.css';

type Props = {
  readonly title: string;
  readonly help?: ReactNode;
  readonly children?: ReactNode;
  /** Beside the card, where there is room. */
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
};

export function SessionFrame({ title, help, children, aside, foot }: Props) {
  return (
    <main className={classes['frame']}>
      <header className={classes['brand']}>
        <Logo size={40} />
        <div>
          <div className={classes['name']}>{appText.name}</div>
          <Text size="xs" c="dimmed">
            {appText.tagline}
          </Text>
        </div>
      </header>
      <div className={classes['cards']}>
        <Paper withBorder className={classes['card']}>
          <Stack gap="md">
            <div>
              <Title order={1}>{title}</Title>
              {help === undefined ? null : (
                <Text c="dimmed" mt={4}>
                  {help}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
        {aside}
      </div>
      {foot === undefined ? null : <footer className={classes['foot']}>{foot}</footer>}
    </main>
  );
}
