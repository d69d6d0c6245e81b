// Writes what is typed beside the outbox, whatever happens to the form meanwhile: nothing older overwrites something newer, what failed is tried again,
// and a form that is left while it is being saved leaves no draft of what was saved.
import { ask } from '#renderer/api/bridge.ts';
import type { SaveState } from './save-status.tsx';

export type Draft = {
  readonly key: string;
  /** Under which name the list of drafts has it. */
  readonly form: string;
  /** Written when it is another object than before. */
  readonly body: object;
  /** Whether it holds anything that is nowhere else. */
  readonly dirty: boolean;
  /** Not even a draft may be written down. */
  readonly secret?: boolean;
};

export class DraftKeeper {
  private readonly latest: () => Draft;
  private readonly show: (state: SaveState) => void;
  private written: object;
  /** Counts what is said of the form: an answer that comes later than the next word on it is not told. */
  private said: number = 0;
  private kept: boolean;
  private forgotten: boolean = false;
  private left: boolean = false;

  /** `latest` answers what the form holds now; `kept` whether a draft of it is on the disk. */
  constructor(latest: () => Draft, kept: boolean, show: (state: SaveState) => void) {
    this.latest = latest;
    this.show = show;
    this.written = latest().body;
    this.kept = kept;
  }

  async write(): Promise<void> {
    const { key, form, body, dirty, secret = false } = this.latest();
    if (this.forgotten || body === this.written) return;
    this.written = body;
    if (!dirty || secret) return this.remove(key);
    this.kept = true;
    this.said += 1;
    const { said } = this;
    const answer = await ask('drafts.save', { key, form, body });
    // Something newer is on its way, or it was saved meanwhile: that counts.
    if (said !== this.said) return;
    this.show(
      answer.ok ? { kind: 'kept', at: answer.value.savedAt } : { kind: 'failed', error: answer.error },
    );
    // Tried again with the next key, or at the latest when the form is left.
    if (!answer.ok) this.written = {};
  }

  entered(): void {
    this.left = false;
  }

  leave(): Promise<void> {
    this.left = true;
    return this.write();
  }

  /** 保存 was carried out: says so until something is typed again. `all`: nothing has been typed since it began. */
  async saved(all: boolean): Promise<void> {
    this.said += 1;
    // Until the form has been drawn again it still looks unsaved: that is not written once more.
    this.written = all ? this.latest().body : {};
    this.show({ kind: 'saved', at: Date.now() });
    if (this.left && all) await this.remove(this.latest().key);
  }

  async forget(): Promise<void> {
    this.forgotten = true;
    await ask('drafts.remove', { key: this.latest().key });
  }

  private async remove(key: string): Promise<void> {
    if (!this.kept) return;
    this.kept = false;
    await ask('drafts.remove', { key });
  }
}
