// What every page stands in: answers of the local side, what the modules say of themselves, look by the settings of this computer, notices.
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useColorScheme } from '@mantine/hooks';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { listen } from '#renderer/api/bridge.ts';
import { createQueryClient, followEvents } from '#renderer/api/query-client.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { modules } from '#renderer/modules/index.ts';
import { TonesContext } from '#renderer/ui/states/status-tones.ts';
import { ModulesContext, tonesOf } from './module.ts';
import { Toasts } from './notices/toasts.tsx';
import { cssVariables, textScale, theme } from './theme.ts';

const tones = tonesOf(modules);

type Children = { readonly children: ReactNode };

export function Providers({ children }: Children) {
  const [client] = useState(createQueryClient);
  useEffect(() => followEvents(client, listen), [client]);
  return (
    <QueryClientProvider client={client}>
      <ModulesContext value={modules}>
        <TonesContext value={tones}>
          <Look>{children}</Look>
        </TonesContext>
      </ModulesContext>
    </QueryClientProvider>
  );
}

function Look({ children }: Children) {
  const settings = useAsk('host.settings', {}).data;
  const system = useColorScheme(undefined, { getInitialValueInEffect: false });
  const chosen = settings?.theme ?? 'system';
  const size = textScale[settings?.textSize ?? 'normal'];
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = size;
  }, [size]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={chosen === 'system' ? system : chosen}
    >
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <Toasts />
        {children}
      </DatesProvider>
    </MantineProvider>
  );
}
