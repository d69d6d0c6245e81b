// What everybody can read: the project's announcements on the public website, asked for like any visitor, by HTTP alone.

import type { Network } from '../network.ts';
import { expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

type Page = { readonly text: string; readonly tag: string };
/** In the order of their publication. */
const course = ['notice', 'correction', 'termination', 'result', 'contract'] as const;

export const website: Step = {
  title: '公开网站',
  async run({ story, toServer }) {
    const projectId = need(story.projectId, 'project of an earlier step');
    const project = await page(toServer, `/projects/${projectId}`);
    // Behind its own there are those of the project that has changed the method.
    const [own = ''] = project.text.split('<h2 class="part-title">');
    const ids = [...own.matchAll(/<span class="step-title"><a href="\/announcements\/([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
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
    await coursesLinked(toServer, projectId, need(story.changedProjectId, 'project of an earlier step'));
    const again = await fetch(`${toServer.origin}/announcements/${noticeId}`, {
      headers: { 'if-none-match': notice.tag },
    });
    expect(again.status === 304, `an unchanged page was sent again (${again.status})`);
    const title = need(/<h1 class="doc-title">([^<]+)<\/h1>/.exec(notice.text)?.[1], 'title of the notice');
    const searched = await page(toServer, `/search?q=${encodeURIComponent(title)}`);
    expect(searched.text.includes(`/announcements/${noticeId}`), 'the search does not find the notice');
    const feed = await page(toServer, '/rss/correction.xml');
    expect(feed.text.includes(correctionId ?? ''), 'the feed does not have the correction');
    return `项目页依次列出${ids.length}条公告，公告页标明更正与终止，变更采购方式前后的项目互相链接，搜索与 RSS 均可查到`;
  },
};

/** Whoever reads of the section that failed finds what it became, and the other way round. */
async function coursesLinked(toServer: Network, projectId: string, changedId: string): Promise<void> {
  const [before, after] = await Promise.all(
    [projectId, changedId].map((id) => page(toServer, `/projects/${id}`)),
  );
  expect(before?.text.includes(`/projects/${changedId}`) === true, 'the change of method is not linked');
  expect(after?.text.includes(`/projects/${projectId}`) === true, 'what was before the change is not linked');
  for (const each of [before, after]) {
    const said = each?.text ?? '';
    expect(said.includes('公开招标公告') && said.includes('竞争性磋商公告（第二次）'), 'a course is missing');
  }
}

async function page({ origin }: Network, path: string): Promise<Page> {
  const answer = await fetch(`${origin}${path}`);
  expect(answer.status === 200, `${path} was answered with ${answer.status}`);
  return { text: await answer.text(), tag: answer.headers.get('etag') ?? '' };
}
