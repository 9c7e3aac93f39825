import type { ProblemTable } from './sentence.ts';

/** Jumps, sub-flows, requests, goals, ends. */
export const systemWords: ProblemTable = {
  'E-TARGET': {
    ru: () => 'Не выбрано, куда перейти. Выберите блок, сценарий или последнее меню.',
    en: () => 'Nothing says where to go. Choose a block, a flow or the last menu.',
  },
};
