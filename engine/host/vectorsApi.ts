import { ok, type Result } from '../model/result.ts';
import type { VectorsView } from '../protocol/vectorsView.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';

/** What Settings ask about sentence vectors: a folder of the owner's, taken into use or not. */
export function vectorsApi(engine: Engine): Pick<Handlers, 'vectors.view' | 'vectors.choose' | 'vectors.remove'> {
  const { vectors, programs } = engine;
  const view = (): { vectors: VectorsView } => {
    const { folder, pack, fault } = vectors.view();
    const { name, version, bytes } = pack ?? { name: '', version: '', bytes: 0 };
    return {
      vectors: {
        folder,
        pack: pack === null ? null : { name, version, bytes },
        fault,
        learning: programs.isLearningMore(),
      },
    };
  };
  const after = (done: Result<void>): Result<{ vectors: VectorsView }> => (done.ok ? ok(view()) : done);
  return {
    'vectors.view': () => ok(view()),
    'vectors.choose': async ({ folder }) => after(await vectors.choose(folder)),
    'vectors.remove': async () => after(await vectors.remove()),
  };
}
