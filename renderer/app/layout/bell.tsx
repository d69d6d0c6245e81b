import {
  ActionIcon,
  Button,
  Group,
  Indicator,
  Popover,
  ScrollArea,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { When } from '#renderer/ui/base/when.tsx';
import { appText } from '#shared/text/index.ts';
import { useNotices } from '../notices/notices.tsx';
import classes from './layout.module.css';

const words = appText.notices;

export function Bell() {
  const { list, unread, markRead, clear } = useNotices();
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  const toggle = (next: boolean) => {
    setOpened(next);
    // Read when the list has been seen: on closing, so that the new ones stand out while it is open.
    if (!next) markRead();
  };
  const follow = (route: string | null) => {
    toggle(false);
    if (route !== null) void navigate(route);
  };
  return (
    <Popover opened={opened} onChange={toggle} width={340} position="bottom-end" shadow="md" trapFocus>
      <Indicator disabled={unread === 0} color="red" size={8} offset={6}>
        <Popover.Target>
          <ActionIcon
            size={32}
            color="gray"
            onClick={() => toggle(!opened)}
            aria-label={unread === 0 ? words.label : words.unread(unread)}
          >
            <IconBell size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={words.label}>
        <Group justify="space-between" px="sm" py={8}>
          <Text fw={600}>{words.label}</Text>
          {list.length === 0 ? null : (
            <Button size="compact-sm" variant="subtle" onClick={clear}>
              {words.clear}
            </Button>
          )}
        </Group>
        {list.length === 0 ? (
          <Stack gap={4} px="sm" pb="md">
            <Text>{words.empty}</Text>
            <Text size="xs" c="dimmed">
              {words.emptyHelp}
            </Text>
          </Stack>
        ) : (
          <ScrollArea.Autosize mah={360}>
            {list.map(({ id, title, body, route, at, read }) => (
              <UnstyledButton key={id} className={classes['notice']} onClick={() => follow(route)}>
                <Text fw={read ? 400 : 600}>{title}</Text>
                {body === '' ? null : (
                  <Text size="xs" c="dimmed">
                    {body}
                  </Text>
                )}
                <Text size="xs" c="dimmed">
                  <When at={at} />
                </Text>
              </UnstyledButton>
            ))}
          </ScrollArea.Autosize>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
