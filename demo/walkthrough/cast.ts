// Who plays which part: accounts of the demo world by their user names.

import type { DemoWorld } from '../data/demo-world.ts';
import type { DemoOrganisation } from '../data/organisations.ts';
import { need } from './outcome.ts';

export const cast = {
  clerk: ['经办岗', 'xc-syxx-jb'],
  clerkAtHome: ['经办岗（另一台电脑）', 'xc-syxx-jb'],
  reviewer: ['审核岗', 'xc-syxx-sh'],
  office: ['采购办', 'xc-cgb1'],
  agency: ['代理机构', 'zhzb-dl1'],
  supervisor: ['监管部门', 'jianguan'],
  stranger: ['其他单位经办岗', 'yz-syxx-jb'],
} as const satisfies { readonly [part: string]: readonly [title: string, username: string] };

type Stage = { readonly demo: DemoWorld };

/** 许昌市示例第一实验小学, whose plan it is. */
export function unitOf({ demo }: Stage): DemoOrganisation {
  return bySlug(demo, 'xc-syxx');
}

export function agencyOf({ demo }: Stage): DemoOrganisation {
  return bySlug(demo, 'zhzb');
}

function bySlug(demo: DemoWorld, slug: string): DemoOrganisation {
  return need(
    demo.organisations.find((organisation) => organisation.slug === slug),
    `demo organisation ${slug}`,
  );
}
