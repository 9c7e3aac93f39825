import type { Store } from '../ports/store.ts';
import type { CustomerKey } from '../ports/storeCare.ts';
import { complainOf, folderOf, isDataFolder } from './dataCommand.ts';
import { openFolder } from './openFolder.ts';
import { DONE, inWords, misused, NO, printJson, tell, WRONG_USAGE } from './output.ts';
import { readArguments } from './readArguments.ts';

/** `dialogram erase (--phone NUMBER | --lead ID) [--data DIR] [--yes]`: forgets a customer; without `--yes` it only shows whom. */
export async function erase(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { data: 'value', phone: 'value', lead: 'value', yes: 'flag' });
  if ('wrong' in read) return misused({ ru: `erase: ${read.wrong}`, en: `erase: ${read.wrong}` });
  const { data, phone, lead, yes, json } = read.options;
  if ((phone === undefined) === (lead === undefined))
    return misused({
      ru: 'erase: нужно --phone НОМЕР или --lead НОМЕР ОБРАЩЕНИЯ',
      en: 'erase: --phone NUMBER or --lead ID is needed',
    });
  const folder = folderOf(data);
  if (!isDataFolder(folder)) return WRONG_USAGE;
  const store = openFolder(folder);
  if (!store.ok) {
    if (store.fault.code === 'dataFolderLocked')
      return misused({
        ru: 'erase: Dialogram работает с этой папкой. Удалите клиента в «Настройки → Данные» или остановите его.',
        en: 'erase: Dialogram is running on this folder. Erase the customer in Settings → Data, or stop it.',
      });
    return complainOf(store.fault);
  }
  try {
    return await eraseIn(store.value, lead === undefined ? { phone: phone ?? '' } : { lead }, { yes, json });
  } finally {
    await store.value.close();
  }
}

async function eraseIn(
  store: Store,
  customer: CustomerKey,
  { yes, json }: { readonly yes: boolean; readonly json: boolean },
): Promise<number> {
  const leads = store.care.leadsOf(customer);
  if (leads.length === 0 || !yes) {
    if (json) printJson({ found: leads, erased: false });
    else if (leads.length === 0)
      tell(inWords({ ru: 'Такого клиента здесь нет.', en: 'There is no such customer here.' }));
    else {
      for (const lead of leads) {
        const session = store.read.session(lead);
        tell(`  ${lead}  ${session?.state.customer.name ?? ''}  ${session?.state.channel ?? ''}`.trimEnd());
      }
      tell(
        inWords({
          ru: 'Эти диалоги будут удалены навсегда, и из копий тоже. Чтобы удалить, добавьте --yes.',
          en: 'These conversations would be deleted for good, from the copies too. To delete them, add --yes.',
        }),
      );
    }
    return NO;
  }
  // No account was asked what time it is there.
  const done = await store.care.erase(leads, { until: null });
  if (!done.ok) return complainOf(done.fault);
  const { rows, backups, backupsLeft, rewritten } = done.value;
  if (json) printJson({ found: leads, erased: true, rows, backups, backupsLeft, rewritten });
  else {
    tell(
      inWords({
        ru: `Удалено записей: ${rows}, копий очищено: ${backups}.`,
        en: `Rows deleted: ${rows}, copies cleaned: ${backups}.`,
      }),
    );
    for (const name of backupsLeft)
      tell(
        inWords({
          ru: `Не удалось очистить копию ${name}: удалите её сами.`,
          en: `The copy ${name} could not be cleaned: delete it yourself.`,
        }),
      );
    if (!rewritten)
      tell(
        inWords({
          ru: 'Файл базы не переписан: мало места. Освободите его и повторите.',
          en: 'The file was not written anew: too little room. Free some and repeat.',
        }),
      );
    tell(
      inWords({
        ru: 'Копии, которые вы унесли в другое место, и сам Umnico хранят клиента дальше: удалите его и там.',
        en: 'Copies you took elsewhere, and Umnico itself, still hold the customer: delete them there too.',
      }),
    );
  }
  return rewritten && backupsLeft.length === 0 ? DONE : NO;
}
