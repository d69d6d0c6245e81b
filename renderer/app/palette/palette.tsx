// Ctrl K: goes to any project, plan, page or action by a few characters, without the mouse. Records are searched by the local side, in every way its
// lists can be searched; pages and actions here.
import { useComputedColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconBolt, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { loadPinyin, searchOptions } from '#renderer/ui/fields/code-search.ts';
import { mostSearched } from '#shared/contract/paging.ts';
import { lengthOf } from '#shared/kernel/text.ts';
import { appText, forms } from '#shared/text/index.ts';
import { syncNow } from '../sync-now.ts';
import { actionsFor, type Entry, groupsOf, pagesFor } from './entries.ts';
import { paletteStore } from './store.ts';

const { search } = appText;
/** Typing is not held up by the question to the local side. */
const pauseMs = 80;
/** Of the scroll area that the list is: its type does not name it. */
const scroller = { viewportProps: { tabIndex: 0 } } as const;

export function Palette() {
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => void loadPinyin()}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      scrollable
      maxHeight={440}
      size={620}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': search.label } }}
    >
      <Spotlight.Search
        placeholder={search.placeholder}
        aria-label={search.label}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      {/* The arrow keys move within it; that it can be scrolled must be reachable too. */}
      <Spotlight.ActionsList {...scroller}>
        <Found query={query} />
      </Spotlight.ActionsList>
      <Spotlight.Footer>{search.hint}</Spotlight.Footer>
    </Spotlight.Root>
  );
}

function Found({ query }: { readonly query: string }) {
  const actor = useActor();
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const [asked] = useDebouncedValue(query.trim(), pauseMs);
  const [, pinyinIsReady] = useState(false);
  useEffect(() => {
    void loadPinyin().then(() => pinyinIsReady(true));
  }, []);
  const isComplete = useRebuild() === null;
  const hits = useAsk('search.query', { text: asked, limit: 12 }, { enabled: asked !== '' }).data?.hits ?? [];
  const records = asked === '' ? [] : groupsOf(hits);
  const actions = searchOptions(actionsFor(actor.role, scheme), query);
  const pages = searchOptions(pagesFor(actor.role), query);
  const follow = (entry: Entry) => {
    if ('route' in entry) void navigate(entry.route);
    else if (entry.does === 'sync') void syncNow();
    else if (entry.does === 'lock') void ask('session.lock', {});
    else void ask('host.saveSettings', { theme: entry.does });
  };

  if (records.length + actions.length + pages.length === 0) {
    const length = lengthOf(asked);
    const nothing = isComplete ? search.nothing : search.nothingYet;
    return (
      <Spotlight.Empty>
        {length > mostSearched ? forms.counter.tooLong(length, mostSearched) : nothing}
      </Spotlight.Empty>
    );
  }
  return (
    <>
      {records.map(({ title, icon: Icon, items }) => (
        <Spotlight.ActionsGroup key={title} label={title}>
          {items.map((hit) => (
            <Spotlight.Action
              key={hit.entity + hit.id}
              label={hit.title}
              description={hit.detail}
              leftSection={<Icon size={18} />}
              onClick={() => void navigate(hit.route)}
            />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      <Entries title={search.actions} entries={actions} onFollow={follow} icon={<IconBolt size={18} />} />
      <Entries title={search.pages} entries={pages} onFollow={follow} icon={<IconArrowRight size={18} />} />
    </>
  );
}

type EntriesProps = {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly icon: React.ReactNode;
  readonly onFollow: (entry: Entry) => void;
};

function Entries({ title, entries, icon, onFollow }: EntriesProps) {
  if (entries.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={title}>
      {entries.map((entry) => (
        <Spotlight.Action
          key={entry.code}
          label={entry.name}
          leftSection={icon}
          rightSection={entry.detail ?? ''}
          onClick={() => onFollow(entry)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
