import { z } from 'zod';
import { provideWordsInWorker } from '../learning/wordsInWorker.ts';
import { type Ask, INBOX_JOBS, type JobName } from './inboxJobs.ts';

// As in main.tsx: the policy of the window holds for its workers too.
z.config({ jitless: true });
provideWordsInWorker();

interface Asked<N extends JobName> {
  readonly job: N;
  readonly ask: Ask<N>;
}

function work<N extends JobName>({ job, ask }: Asked<N>): void {
  self.postMessage({ answer: INBOX_JOBS[job](ask) });
}

self.addEventListener('message', ({ data }: MessageEvent<Asked<JobName>>) => work(data));
