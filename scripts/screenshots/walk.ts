// Goes through the acts: the right program, the right person, one scene after the other. What cannot be shown is told and does not hold up the rest.
import { acts } from './acts/index.ts';
import type { Scene } from './scene.ts';
import { Stage, still } from './stage.ts';
import { tellStory } from './story.ts';
import type { World } from './world.ts';

export type Failure = { readonly scene: string; readonly why: string };

/** Through the scenes that are wanted. */
export async function walk(
  world: World,
  wants: (scene: Scene) => boolean,
  look: (stage: Stage, scene: Scene) => Promise<void>,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  const wanted = acts
    .map((act) => ({ ...act, scenes: act.scenes.filter(wants) }))
    .filter(({ scenes }) => scenes.length > 0);
  let demo = wanted[0]?.demo === true;
  const stage = await Stage.open(world, demo);
  let told = false;
  try {
    for (const act of wanted) {
      if (demo !== (act.demo === true)) {
        demo = act.demo === true;
        await stage.reopen(demo);
      }
      if (act.as !== undefined) {
        if (!told) await tellStory(world);
        told = true;
        if (act.before?.isDone() === false) {
          await stage.signIn(act.before.as);
          await act.before.bring(stage);
        }
        await stage.signIn(act.as);
      }
      for (const scene of act.scenes) {
        const why = await attempt(stage, scene, look);
        if (why !== undefined) failures.push({ scene: scene.name, why });
      }
    }
  } finally {
    await stage.close();
  }
  return failures;
}

async function attempt(
  stage: Stage,
  scene: Scene,
  look: (stage: Stage, scene: Scene) => Promise<void>,
): Promise<string | undefined> {
  try {
    await scene.show(stage);
    await settled(stage);
    await look(stage, scene);
    await scene.leave?.(stage);
    return undefined;
  } catch (problem) {
    stage.world.line.set('open');
    stage.world.line.delay(0);
    await stage.escape().catch(() => undefined);
    return problem instanceof Error ? problem.message : String(problem);
  }
}

/** Nothing is being read any more, nothing moves, every letter has its font. */
async function settled(stage: Stage): Promise<void> {
  await stage.page.waitForFunction(() =>
    [...document.querySelectorAll('[aria-busy="true"], [class*="Skeleton"]')].every(
      (element) => !element.checkVisibility(),
    ),
  );
  await stage.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await still(stage.page);
}
