import { Button, Group, Menu, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLock, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { appText, label } from '#shared/text/index.ts';
import { syncNow } from '../sync-now.ts';
import classes from './layout.module.css';

const { me, common } = appText;

export function MeMenu() {
  const actor = useActor();
  const role = label(`roles.${actor.role}`);
  const unit = useOrganisation(actor.organisationId)?.name;
  /** How many commands and files would stay behind; null while nothing is asked. */
  const [unsent, setUnsent] = useState<{ readonly commands: number; readonly files: number } | null>(null);
  /** The server is told, and one that does not answer is waited for. */
  const [leaving, setLeaving] = useState(false);
  const signOut = async (confirm: boolean) => {
    setLeaving(true);
    const answer = await ask('session.signOut', { confirm });
    setLeaving(false);
    if (answer.ok) return;
    const { code, params = {} } = answer.error;
    if (code === 'warning_unacknowledged') {
      setUnsent({ commands: Number(params['waiting'] ?? 0), files: Number(params['files'] ?? 0) });
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <UnstyledButton
            className={classes['me']}
            disabled={leaving}
            aria-label={`${me.label}：${actor.name}，${role}`}
          >
            <IconUserCircle size={22} stroke={1.5} aria-hidden />
            <span className={classes['meText']}>
              <span>
                <Text span fw={500}>
                  {actor.name}
                </Text>
                <Text span size="xs" c="dimmed" ms={6}>
                  {role}
                </Text>
              </span>
              {leaving || unit !== undefined ? (
                <Text span size="xs" c="dimmed">
                  {leaving ? me.signingOut : unit}
                </Text>
              ) : null}
            </span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to="/system/account"
            leftSection={<IconUserCircle size={16} aria-hidden />}
          >
            {me.account}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={() => void ask('session.lock', {})}
          >
            {me.lock}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut(false)}>
            {me.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={unsent !== null}
        onClose={() => setUnsent(null)}
        title={me.signOutUnsent(unsent?.commands ?? 0, unsent?.files ?? 0)}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <Stack>
          <Text>{me.signOutUnsentBody}</Text>
          <Group justify="flex-end">
            <Button variant="default" loading={leaving} onClick={() => void signOut(true)}>
              {me.signOutAnyway}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setUnsent(null);
                void syncNow();
              }}
            >
              {me.syncFirst}
            </Button>
            <Button data-autofocus onClick={() => setUnsent(null)}>
              {me.stay}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
