import { isInSample } from './sample.ts';
import { scoreTable, type Tried } from './scoreTable.ts';

/** A reporter for Stryker: each mutant that lived as it is found, the table at the end. */
export const scoreReporter = () => {
  const all: Tried[] = [];
  let tried = 0;
  return {
    onMutantTested(result: Tried): void {
      all.push(result);
      if (!isInSample(result) || result.status === 'Ignored' || result.status === 'NoCoverage') return;
      tried += 1;
      if (result.status !== 'Killed') console.log(told(result));
      if (tried % 100 === 0) console.log(`${new Date().toTimeString().slice(0, 8)}  ${String(tried)} tried`);
    },
    onMutationTestReportReady(): void {
      console.log(scoreTable(all));
    },
  };
};

function told({ status, fileName, location, mutatorName, replacement = '' }: Tried): string {
  const to = replacement.replace(/\s+/g, ' ').slice(0, 80);
  return `${status.padEnd(8)}  ${fileName}:${String(location.start.line)}  ${mutatorName}: ${to}`;
}
