import type { WrongLine } from '../check/playLine.ts';

/** What is wrong with a line of `dialogram simulate`, for people. */
export function wrongLine({ wrong, line, named = '' }: WrongLine): { readonly ru: string; readonly en: string } {
  switch (wrong) {
    case 'command':
      return {
        ru: `Непонятная команда: ${line}. Есть /advance 24h, /operator ТЕКСТ, /manager СТАТУС, /new, /channel ВИД, ${MORE.ru}.`,
        en: `Unknown command: ${line}. There are /advance 24h, /operator TEXT, /manager STATUS, /new, /channel TYPE, ${MORE.en}.`,
      };
    case 'noNode':
      return { ru: `${line}: в боте нет блока «${named}».`, en: `${line}: the bot has no block “${named}”.` };
    case 'noRequest':
      return { ru: `${line}: блок «${named}» не делает запросов.`, en: `${line}: block “${named}” makes no requests.` };
    case 'noChance':
      return {
        ru: `${line}: блок «${named}» ничего не выбирает случайно.`,
        en: `${line}: block “${named}” leaves nothing to chance.`,
      };
    case 'noBranch':
      return { ru: `${line}: у блока нет выхода «${named}».`, en: `${line}: the block has no exit “${named}”.` };
  }
}

const MORE = {
  ru: '/image АДРЕС, /file АДРЕС, /take, /return, /set ПЕРЕМЕННАЯ ЗНАЧЕНИЕ, /http БЛОК ОТВЕТ, /choose БЛОК ВЫХОД, /refuse [БЛОК], /accept',
  en: '/image URL, /file URL, /take, /return, /set VARIABLE VALUE, /http NODE REPLY, /choose NODE BRANCH, /refuse [NODE], /accept',
};
