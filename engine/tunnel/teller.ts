import type { Fault } from '../model/fault.ts';
import type { Tunnel, TunnelNews } from '../ports/tunnel.ts';

/** The telling half of a tunnel: who hears, that the end is said once, and that nothing is said after `hush`. */
export interface Teller {
  readonly onNews: Tunnel['onNews'];
  tell(news: TunnelNews): void;
  end(fault: Fault): void;
  hush(): void;
}

export function teller(): Teller {
  const hearers = new Set<(news: TunnelNews) => void>();
  let last: TunnelNews | null = null;
  let silent = false;

  function tell(news: TunnelNews): void {
    if (silent || last !== null) return;
    if (news.news === 'ended') last = news;
    for (const hear of [...hearers]) hear(news);
  }

  return {
    tell,
    end: (fault) => tell({ news: 'ended', fault }),
    hush() {
      silent = true;
      hearers.clear();
    },
    onNews(hear) {
      if (silent) return () => undefined;
      hearers.add(hear);
      if (last !== null) hear(last);
      return () => hearers.delete(hear);
    },
  };
}
