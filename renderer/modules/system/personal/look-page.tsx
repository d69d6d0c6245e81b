import { Paper, SegmentedControl, Text } from '@mantine/core';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { LoadingState } from '#renderer/ui/states/states.tsx';
import { type HostSettings, textSizes, themes } from '#shared/contract/host.ts';
import { systemText } from '#shared/text/index.ts';
import { Page, Part } from '../page.tsx';

const words = systemText.look;

export function LookPage() {
  const settings = useAsk('host.settings', {}).data;
  if (settings === undefined) return <LoadingState lines={3} />;
  const save = (changed: Partial<Pick<HostSettings, 'theme' | 'textSize'>>) => {
    void ask('host.saveSettings', changed);
  };
  return (
    <Page title={systemText.pages.look} help={words.help}>
      <Part title={words.theme}>
        <SegmentedControl
          aria-label={words.theme}
          value={settings.theme}
          data={themes.map((value) => ({ value, label: words.themes[value] }))}
          onChange={(theme) => save({ theme })}
        />
      </Part>
      <Part title={words.textSize}>
        <SegmentedControl
          aria-label={words.textSize}
          value={settings.textSize}
          data={textSizes.map((value) => ({ value, label: words.textSizes[value] }))}
          onChange={(textSize) => save({ textSize })}
        />
        <Paper withBorder mt="md" p="md">
          <Text>{words.sample}</Text>
        </Paper>
      </Part>
    </Page>
  );
}
