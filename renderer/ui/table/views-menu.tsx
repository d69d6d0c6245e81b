// 视图: the saved views of a list, one's own first, then what others share. One's own can be changed here.
import { Badge, Button, Menu } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { newId } from '#renderer/api/ids.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { forms } from '#shared/text/index.ts';
import { graveColor } from '../base/grave-color.ts';
import { useRemembered } from '../base/use-remembered.ts';
import { chosenWhile, type SavedView, shownLook } from './saved-look.ts';
import type { ColumnLayout } from './use-data-columns.ts';
import type { ListState } from './use-list-state.ts';
import { useAllRows } from './use-pages.ts';
import type { ShownList } from './use-record-list.ts';
import { RemoveView, useSaveView, ViewNameDialog } from './view-dialogs.tsx';

const words = forms.views;
const atOnce = 200;

type Props = {
  readonly list: ShownList;
  readonly state: ListState;
  readonly layout: Pick<ColumnLayout<unknown>, 'hidden' | 'hide'>;
};

export function ViewsMenu({ list, state, layout }: Props) {
  const { accountId } = useActor();
  const [chosenId, choose] = useRemembered(`${list.name}.view`, z.string().nullable(), null);
  const [asking, setAsking] = useState<'name' | 'rename' | 'remove' | null>(null);
  const saveView = useSaveView();
  const views = useAllRows('views.list', {
    filters: [{ by: 'list', value: list.name }],
    limit: atOnce,
  });
  const own = views.filter(({ ownerId }) => ownerId === accountId);
  const others = views.filter(({ ownerId }) => ownerId !== accountId);
  const chosen = views.find(({ id }) => id === chosenId);
  const mine = chosen?.ownerId === accountId ? chosen : undefined;
  const { tab, filters, sort, search } = state;
  const look = { tab, filters, sort, search, hidden: layout.hidden };

  const show = (view: SavedView) => {
    const shown = shownLook(list, view);
    state.show(shown.look, shown.search);
    layout.hide(shown.hidden);
    choose(view.id);
  };
  const close = () => setAsking(null);
  const item = (view: SavedView) => (
    <Menu.Item
      key={view.id}
      onClick={() => show(view)}
      rightSection={
        view.shared === 1 ? (
          <Badge size="xs" variant="light">
            {words.sharedMark}
          </Badge>
        ) : null
      }
      {...(view.id === chosenId ? { 'aria-current': 'true' as const, fw: 600 } : {})}
    >
      {view.ownerId === accountId ? view.name : `${view.name} · ${view.ownerName}`}
    </Menu.Item>
  );

  return (
    <>
      <Menu position="bottom-start" shadow="md" transitionProps={{ duration: 0 }} withinPortal>
        <Menu.Target>
          <Button leftSection={<IconBookmark aria-hidden size={15} />} px={10} variant="default">
            {chosen === undefined ? words.button : words.chosen(chosen.name)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {views.length === 0 ? <Menu.Label>{words.none}</Menu.Label> : null}
          {own.length === 0 ? null : <Menu.Label>{words.mine}</Menu.Label>}
          {own.map(item)}
          {others.length === 0 ? null : <Menu.Label>{words.others}</Menu.Label>}
          {others.map(item)}
          <Menu.Divider />
          <Menu.Item onClick={() => setAsking('name')}>{words.save}</Menu.Item>
          {mine === undefined ? null : (
            <>
              <Menu.Item onClick={() => void saveView.change(mine, { look })}>
                {words.update(mine.name)}
              </Menu.Item>
              <Menu.Item onClick={() => setAsking('rename')}>{words.rename}</Menu.Item>
              <Menu.Item onClick={() => void saveView.change(mine, { shared: mine.shared !== 1 })}>
                {mine.shared === 1 ? words.unshare : words.share}
              </Menu.Item>
              <Menu.Item color={graveColor} onClick={() => setAsking('remove')}>
                {words.remove}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'name' ? (
        <ViewNameDialog
          help={words.saveHelp}
          onClose={close}
          onSave={async (name, shared) => {
            const id = newId();
            const save = () => saveView.save({ id, list: list.name, name, look, shared });
            if (await chosenWhile({ id, before: chosenId, choose }, save)) close();
          }}
          running={saveView.running}
          title={words.saveTitle}
        />
      ) : null}
      {asking === 'rename' && mine !== undefined ? (
        <ViewNameDialog
          before={mine}
          onClose={close}
          onSave={async (name, shared) => {
            if (await saveView.change(mine, { name, shared })) close();
          }}
          running={saveView.running}
          title={words.renameTitle(mine.name)}
        />
      ) : null}
      {asking === 'remove' && mine !== undefined ? (
        <RemoveView
          onClose={close}
          onRemoved={() => {
            choose(null);
            close();
          }}
          view={mine}
        />
      ) : null}
    </>
  );
}
