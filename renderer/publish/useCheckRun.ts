import { useEffect, useState } from 'react';
import type { CheckResult } from '../../engine/check/checkResult.ts';
import { runChecks } from '../../engine/check/runChecks.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { prepareProgram } from '../simulator/programs.ts';

const NONE: readonly CheckResult[] = [];

/** Runs the bot's checks one after the other, so that the window can show how far it is. Value: those that are done. */
export function useCheckRun(bot: Bot): readonly CheckResult[] {
  const [run, setRun] = useState<{ readonly bot: Bot; readonly done: readonly CheckResult[] }>({ bot, done: NONE });
  const checks = bot.checks ?? [];
  const done = run.bot === bot ? run.done : NONE;
  const next = checks[done.length];
  useEffect(() => {
    if (next === undefined) return undefined;
    let isOld = false;
    // After what there is to see has been drawn.
    const timer = setTimeout(() => {
      void prepareProgram(bot).then((program) => {
        if (isOld) return;
        const { checks: results } = runChecks({ ...bot, checks: [next] }, program);
        setRun({ bot, done: [...done, ...results] });
      });
    });
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [bot, next, done]);
  return done;
}
