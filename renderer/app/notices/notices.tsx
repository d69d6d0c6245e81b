// The notices of the one signed in, while the program runs: gathered here, shown by the bell, and by the system while the window is not looked at.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ask, listen } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import {
  type Counts,
  type NewNotice,
  type Notice,
  noticeOfEvent,
  noticesOfCounts,
  withNotice,
} from './notice.ts';

type Notices = {
  readonly list: readonly Notice[];
  readonly unread: number;
  readonly markRead: () => void;
  readonly clear: () => void;
};

const NoticesContext = createContext<Notices>({
  list: [],
  unread: 0,
  markRead: () => undefined,
  clear: () => undefined,
});

export function useNotices(): Notices {
  return useContext(NoticesContext);
}

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [list, setList] = useState<readonly Notice[]>([]);
  const tell = useCallback((notice: NewNotice) => {
    setList((before) => withNotice(before, notice, crypto.randomUUID(), Date.now()));
    const { title, body, route } = notice;
    // The host shows it only while no window of ours has the focus.
    void ask('host.notify', { title, body, ...(route === null ? {} : { route }) });
  }, []);

  const counts = useAsk('home.counts', {}).data;
  const before = useRef<Counts | undefined>(undefined);
  useEffect(() => {
    if (counts === undefined) return;
    for (const notice of noticesOfCounts(before.current, counts)) tell(notice);
    // What was known last is what new ones are compared with.
    before.current = { ...counts, tasks: counts.tasks ?? before.current?.tasks ?? null };
  }, [counts, tell]);

  useEffect(
    () =>
      listen((event) => {
        const notice = noticeOfEvent(event);
        if (notice !== undefined) tell(notice);
      }),
    [tell],
  );

  const notices = useMemo(
    () => ({
      list,
      unread: list.filter(({ read }) => !read).length,
      markRead: () => setList((each) => each.map((notice) => ({ ...notice, read: true }))),
      clear: () => setList([]),
    }),
    [list],
  );
  return <NoticesContext value={notices}>{children}</NoticesContext>;
}
