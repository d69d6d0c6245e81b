// What everybody can read: the project's announcements on the public website, asked for like any visitor, by HTTP alone.

import type { Network } from '../network.ts';
import { expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

type Page = { readonly text: string; readonly tag: string };
/** In the order of their publication. */
const course = ['notice', 'correction', 'termination', 'result'] as const;

export const website: Step = {
  title: '公开网站',
  async run({ story, toServer }) {
    const projectId = need(story.projectId, 'project of an earlier step');
    const project = await page(toServer, `/projects/${projectId}`);
    const ids = [
      ...project.text.matchAll(/<span class="step-title"><a href="\/announcements\/([^"]+)"/g),
    ].map((match) => match[1] ?? '');
    expect(ids.length >= course.length, `the project's page lists ${ids.length} announcements`);
    const pages = await Promise.all(ids.map((id) => page(toServer, `/announcements/${id}`)));
    const columns = pages.map(
      ({ text }) => /<a href="\/columns\/(\w+)" aria-current="page">/.exec(text)?.[1],
    );
    const found = course.map((column) => columns.indexOf(column));
    expect(
      found.every((place, index) => place >= 0 && place > (found[index - 1] ?? -1)),
      `the announcements stand as ${columns.join(', ')}`,
    );
    const [noticeId, correctionId, terminationId] = found.map((place) => ids[place] ?? '');
    const notice = need(pages[found[0] ?? 0], 'page of the notice');
    for (const id of [correctionId, terminationId]) {
      expect(notice.text.includes(`/announcements/${id}`), 'the notice does not lead to what became of it');
    }
    const answers = [...notice.text.matchAll(/是否专门面向中小企业采购：([是否])/g)].map((match) => match[1]);
    expect(
      answers.toSorted().join('') === '否否是',
      `of three sections the notice says ${answers.join('、')} on the reserve for small enterprises`,
    );
    const again = await fetch(`${toServer.origin}/announcements/${noticeId}`, {
      headers: { 'if-none-match': notice.tag },
    });
    expect(again.status === 304, `an unchanged page was sent again (${again.status})`);
    const title = need(/<h1 class="doc-title">([^<]+)<\/h1>/.exec(notice.text)?.[1], 'title of the notice');
    const searched = await page(toServer, `/search?q=${encodeURIComponent(title)}`);
    expect(searched.text.includes(`/announcements/${noticeId}`), 'the search does not find the notice');
    const feed = await page(toServer, '/rss/correction.xml');
    expect(feed.text.includes(correctionId ?? ''), 'the feed does not have the correction');
    return `项目页依次列出${ids.length}条公告，公告页标明更正与终止，搜索与 RSS 均可查到`;
  },
};

async function page({ origin }: Network, path: string): Promise<Page> {
  const answer = await fetch(`${origin}${path}`);
  expect(answer.status === 200, `${path} was answered with ${answer.status}`);
  return { text: await answer.text(), tag: answer.headers.get('etag') ?? '' };
}
