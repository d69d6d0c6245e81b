// The page that shows all pictures, scene by scene.
import { acts } from './acts/index.ts';
import { fileOf, sizes, themes } from './shoot.ts';

export function overview(made: ReadonlySet<string>): string {
  const parts = acts.flatMap(({ name, scenes }) => {
    const shown = scenes.filter((scene) => made.has(scene.name));
    return shown.length === 0 ? [] : [`<h2>${name}</h2>`, ...shown.map(figure)];
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>
body { font: 14px system-ui, sans-serif; margin: 24px; }
section { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; }
img { width: 100%; border: 1px solid #ccc; }
</style><h1>Screenshots</h1>${parts.join('\n')}</html>`;
}

function figure(scene: (typeof acts)[number]['scenes'][number]): string {
  const pictures = sizes.flatMap(({ width }) => themes.map((theme) => fileOf(scene, width, theme)));
  const links = pictures.map(
    (file) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`,
  );
  return `<h3>${scene.title} <small>${scene.name}</small></h3><section>${links.join('')}</section>`;
}
