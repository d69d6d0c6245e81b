// A list that is asked page by page through its cursors, and kept true to what changes: of a change all pages grow old, but only those somebody looks
// at (and the first, which has the count) are asked again; the others when they come into view. However many changes come, pages are asked again a few
// times a second at most. One question at a time, so that no answer overtakes another.
import { replaceEqualDeep } from '@tanstack/react-query';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';

export type Page<Item, Cursor> = {
  readonly items: readonly Item[];
  readonly total: number | null;
  readonly next: Cursor | null;
};

export type PageListState<Item> = {
  readonly items: readonly Item[];
  /** Null when it was not counted. */
  readonly total: number | null;
  readonly hasMore: boolean;
  /** Something has been answered. */
  readonly answered: boolean;
  readonly error: AppError | null;
};

type Held<Item, Cursor> = { page: Page<Item, Cursor>; after: Cursor | null; old: boolean };

/** Gathers what one pull of the sync changes. */
const gatherMs = 40;
/** Between two rounds of asking again. */
const restMs = 400;

export class PageList<Item extends { readonly id: string }, Cursor> {
  private readonly ask: (after: Cursor | null) => Promise<Result<Page<Item, Cursor>>>;
  private readonly listeners = new Set<() => void>();
  private readonly held: Held<Item, Cursor>[] = [];
  private state: PageListState<Item> = {
    items: [],
    total: null,
    hasMore: false,
    answered: false,
    error: null,
  };
  private inView: readonly [number, number] = [0, 0];
  private readonly toTheEnd: boolean;
  private wantsMore: boolean = false;
  private asking: boolean = false;
  private running: boolean = false;
  private lastRound = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `first` is shown until it has been asked anew. `toTheEnd`: all pages are wanted, and all of them are in view. */
  constructor(
    ask: (after: Cursor | null) => Promise<Result<Page<Item, Cursor>>>,
    {
      first,
      toTheEnd = false,
    }: { readonly first?: Page<Item, Cursor> | undefined; readonly toTheEnd?: boolean } = {},
  ) {
    this.ask = ask;
    this.toTheEnd = toTheEnd;
    if (toTheEnd) this.inView = [0, Number.POSITIVE_INFINITY];
    if (first === undefined) return;
    this.held.push({ page: first, after: null, old: true });
    this.state = this.gathered(null);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): PageListState<Item> => this.state;

  /** Begins asking, and goes on after `stop`: what was missed in between is taken to be old. */
  readonly start = (): void => {
    this.running = true;
    this.round();
  };
  readonly stop = (): void => {
    this.running = false;
    clearTimeout(this.timer);
    this.timer = undefined;
  };
  readonly more = (): void => {
    this.wantsMore = true;
    void this.work();
  };
  /** The rows that are drawn. */
  readonly look = (first: number, last: number): void => {
    this.inView = [first, last];
    void this.work();
  };
  /** Something has changed that rows may show. */
  readonly changed = (): void => {
    if (!this.running || this.timer !== undefined) return;
    const wait = Math.max(gatherMs, this.lastRound + restMs - Date.now());
    this.timer = setTimeout(this.round, wait);
  };
  readonly retry = (): void => {
    this.round();
  };

  private readonly round = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.lastRound = Date.now();
    for (const each of this.held) each.old = true;
    if (this.state.error !== null) this.tell({ ...this.state, error: null });
    void this.work();
  };

  private async work(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    for (let index = this.nextToAsk(); this.running && index !== undefined; index = this.nextToAsk()) {
      await this.askPage(index);
    }
    this.asking = false;
  }

  private nextToAsk(): number | undefined {
    if (this.state.error !== null) return undefined;
    if (this.held.length === 0 || this.held[0]?.old === true) return 0;
    const [first, last] = this.inView;
    let from = 0;
    for (const [index, { page, old }] of this.held.entries()) {
      const to = from + page.items.length;
      if (old && from <= last && to >= first) return index;
      from = to;
    }
    return (this.wantsMore || this.toTheEnd) && this.state.hasMore ? this.held.length : undefined;
  }

  private async askPage(index: number): Promise<void> {
    const before = this.held[index];
    const after = before === undefined ? (this.held.at(-1)?.page.next ?? null) : before.after;
    if (before !== undefined) before.old = false;
    if (index === this.held.length) this.wantsMore = false;
    const answer = await this.ask(after);
    if (!answer.ok) {
      this.tell({ ...this.state, answered: true, error: answer.error });
      return;
    }
    // A row that has not changed stays the same object, so that nobody draws it again.
    const page = before === undefined ? answer.value : withKnownRows(before.page, answer.value);
    if (before === undefined) this.held.push({ page, after, old: false });
    else before.page = page;
    this.joinNext(index, page.next);
    this.tell(this.gathered(null));
  }

  /** The page behind it begins where this one now ends. */
  private joinNext(index: number, next: Cursor | null): void {
    const following = this.held[index + 1];
    if (next === null) this.held.length = index + 1;
    else if (following !== undefined && JSON.stringify(following.after) !== JSON.stringify(next)) {
      following.after = next;
      following.old = true;
    }
  }

  private gathered(error: AppError | null): PageListState<Item> {
    // A row that has moved may still stand on an old page, too: where it was seen last is where it is.
    const seen = new Set(this.held.flatMap(({ page, old }) => (old ? [] : page.items.map(({ id }) => id))));
    const rows = new Map<string, Item>();
    for (const { page, old } of this.held) {
      for (const item of page.items)
        if (!rows.has(item.id) && !(old && seen.has(item.id))) rows.set(item.id, item);
    }
    return {
      items: [...rows.values()],
      total: this.held[0]?.page.total ?? null,
      hasMore: this.held.at(-1)?.page.next != null,
      answered: this.held.length > 0,
      error,
    };
  }

  private tell(state: PageListState<Item>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function withKnownRows<Item extends { readonly id: string }, Cursor>(
  known: Page<Item, Cursor>,
  page: Page<Item, Cursor>,
): Page<Item, Cursor> {
  const rows = new Map(known.items.map((item) => [item.id, item]));
  return { ...page, items: page.items.map((item) => replaceEqualDeep(rows.get(item.id), item)) };
}
