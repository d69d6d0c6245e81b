// 数据交换: what did not reach the trading centre, with 重新推送; what it sent; what was not taken; and where both sides differ. Asked of the server
// each time it is looked at.
import { Button, Group, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { describeError, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import { Differences } from './exchange-differences.tsx';
import { Received, Refusals } from './exchange-others.tsx';
import { Sent } from './exchange-sent.tsx';

const words = systemText.exchange;
const tabs = ['dead', 'rejected', 'sent', 'received', 'refusals', 'differences'] as const;
type Tab = (typeof tabs)[number];
/** Of what was sent, by state; null is all of it. */
const exportable: Readonly<Partial<Record<Tab, 'dead' | 'rejected' | null>>> = {
  dead: 'dead',
  rejected: 'rejected',
  sent: null,
};

export function ExchangePage() {
  const editor = mayKeep(useActor().role);
  const [tab, setTab] = useState<Tab>('dead');
  /** Counted up by 刷新: the list is mounted anew and asks again. */
  const [round, setRound] = useState(0);
  const exported = exportable[tab];
  return (
    <Page
      wide
      title={systemText.pages.exchange}
      help={editor ? words.help : systemText.readOnly}
      action={
        <Group gap="xs" wrap="nowrap">
          {editor ? <Reconcile /> : null}
          {exported === undefined ? null : <Export state={exported} />}
          <Button variant="default" onClick={() => setRound(round + 1)}>
            {words.refresh}
          </Button>
        </Group>
      }
    >
      <Tabs
        value={tab}
        onChange={(next) => setTab(tabs.find((each) => each === next) ?? 'dead')}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} key={`${tab}-${round}`}>
          {tab === 'received' ? (
            <Received />
          ) : tab === 'refusals' ? (
            <Refusals />
          ) : tab === 'differences' ? (
            <Differences />
          ) : (
            <Sent tab={tab} editor={editor} />
          )}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** The messages of the tab that is shown, all of them and not only those on the screen. */
function Export({ state }: { readonly state: 'dead' | 'rejected' | null }) {
  const [running, setRunning] = useState(false);
  const save = async () => {
    setRunning(true);
    const answer = await ask('host.exportMessages', { state });
    setRunning(false);
    if (!answer.ok) notifications.show({ color: 'red', message: describeError(answer.error) });
    else if (answer.value.saved) {
      const { messages, fileName } = answer.value;
      notifications.show({ color: 'green', message: words.exported(messages, fileName ?? '') });
    }
  };
  return (
    <Button variant="default" loading={running} onClick={() => void save()}>
      {words.export}
    </Button>
  );
}

function Reconcile() {
  const platforms = useAsk('platforms.active', {}).data?.platforms ?? [];
  const [running, setRunning] = useState(false);
  const reconcile = async () => {
    setRunning(true);
    for (const { id, name } of platforms) {
      const answer = await ask('exchange.reconcile', { platformId: id });
      if (answer.ok) notifications.show({ title: name, message: words.reconciled(answer.value.plans) });
      else notifications.show({ color: 'red', title: name, message: describeError(answer.error) });
    }
    setRunning(false);
  };
  return (
    <Button
      variant="default"
      loading={running}
      disabled={platforms.length === 0}
      onClick={() => void reconcile()}
    >
      {words.reconcile}
    </Button>
  );
}
