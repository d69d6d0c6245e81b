import { Alert, Text } from '@mantine/core';
import { useAsk } from '#renderer/api/use-ask.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { LoadingState } from '#renderer/ui/states/states.tsx';
import { systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import classes from '../system.module.css';

const words = systemText.about;

export function AboutPage() {
  const about = useAsk('host.about', {}).data;
  if (about === undefined) return <LoadingState lines={4} />;
  return (
    <Page title={about.name} help={words.what}>
      <Facts
        facts={[
          { label: words.version, value: about.version },
          { label: words.electron, value: about.electron },
          { label: words.chrome, value: about.chrome },
          { label: words.node, value: about.node },
          { label: words.dataFolder, value: <Path>{about.dataFolder}</Path>, wide: true },
          { label: words.logFile, value: <Path>{about.logFile}</Path>, wide: true },
        ]}
      />
      {about.standIn ? <Alert color="orange">{words.standIn}</Alert> : null}
    </Page>
  );
}

function Path({ children }: { readonly children: string }) {
  return (
    <Text span className={classes['mono'] ?? ''}>
      {children}
    </Text>
  );
}
