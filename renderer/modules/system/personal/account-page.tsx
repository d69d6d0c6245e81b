import { Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCloudOff } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { region } from '#shared/codes/regions.ts';
import { appText, label, systemText } from '#shared/text/index.ts';
import { PasswordForm } from '../account/password-form.tsx';
import { Page, Part } from '../page.tsx';

const words = systemText.account;

export function AccountPage() {
  const actor = useActor();
  const unit = useOrganisation(actor.organisationId)?.name;
  const accounts = useAsk('session.accounts', {}).data?.accounts ?? [];
  const keepsSecrets = useAsk('host.about', {}).data?.keepsSecrets;
  const current = accounts.find((each) => each.current);
  return (
    <Page title={systemText.pages.account}>
      <Facts
        facts={[
          { label: words.name, value: actor.name },
          { label: words.username, value: current?.username },
          { label: words.role, value: label(`roles.${actor.role}`) },
          { label: words.unit, value: unit },
          ...(actor.regionCodes.length === 0
            ? []
            : [
                {
                  label: words.regions,
                  value: actor.regionCodes.map((code) => region(code)?.name ?? code).join('、'),
                  wide: true,
                },
              ]),
        ]}
      />
      <Part title={words.offlineTitle}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconCloudOff size={18} stroke={1.6} aria-hidden />
          <div>
            <Text>{current?.canUnlockOffline === true ? words.offlineOn : words.offlineOff}</Text>
            {keepsSecrets === undefined ? null : (
              <Text c="dimmed">{keepsSecrets ? words.keepsSecrets : words.noSecrets}</Text>
            )}
          </div>
        </Group>
      </Part>
      <Part title={words.passwordTitle}>
        <Text c="dimmed" mb="sm">
          {words.passwordHelp}
        </Text>
        <PasswordForm
          onDone={() => notifications.show({ color: 'green', message: appText.password.changed })}
        />
      </Part>
    </Page>
  );
}
