import { useEffect, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { LiveTurn } from '../../engine/protocol/liveViews.ts';
import type { Push, Reply } from '../../engine/protocol.ts';
import { useEngine } from '../app/engine.ts';
import { call, onPush } from '../bridge.ts';
import type { Delivery } from './conversationItems.ts';

export type Conversation = Reply<'live.open'>;

interface Opened {
  readonly conversation: Conversation | null;
  readonly fault: Fault | null;
}

const NOTHING: Opened = { conversation: null, fault: null };

/** One conversation, and everything that happens to it while it is open. Read anew when the engine comes back. */
export function useConversation(lead: string): Opened & { readonly retry: () => void } {
  const [opened, setOpened] = useState<Opened>(NOTHING);
  const [round, setRound] = useState(0);
  const isLinked = useEngine((state) => state.link === 'open');

  useEffect(() => {
    if (!isLinked) return undefined;
    let isOld = false;
    const early: Push[] = []; // what comes while the conversation itself is on its way
    const stop = onPush((push) => {
      if (leadOf(push) !== lead) return;
      early.push(push);
      setOpened((before) =>
        before.conversation === null ? before : { ...before, conversation: withPush(before.conversation, push) },
      );
    });
    void call('live.open', { lead }).then((reply) => {
      if (isOld) return;
      if (reply.ok) setOpened({ conversation: early.reduce(withPush, reply.value), fault: null });
      else setOpened((before) => ({ ...before, fault: reply.fault }));
    });
    return () => {
      isOld = true;
      stop();
    };
  }, [lead, round, isLinked]);

  return { ...opened, retry: () => setRound((count) => count + 1) };
}

function leadOf(push: Push): string | null {
  if (push.push === 'session') return push.session.lead;
  return push.push === 'turn' || push.push === 'delivery' ? push.lead : null;
}

export function withPush(conversation: Conversation, push: Push): Conversation {
  if (push.push === 'session') return { ...conversation, session: push.session };
  if (push.push === 'turn') return { ...conversation, turns: withTurn(conversation.turns, push.turn) };
  if (push.push === 'delivery') {
    return { ...conversation, deliveries: withDelivery(conversation.deliveries, push.delivery) };
  }
  return conversation;
}

function withTurn(turns: readonly LiveTurn[], turn: LiveTurn): LiveTurn[] {
  return [...turns.filter((other) => other.id !== turn.id), turn].sort((a, b) => a.id - b.id);
}

function withDelivery(deliveries: readonly Delivery[], delivery: Delivery): Delivery[] {
  return [...deliveries.filter((other) => other.effect !== delivery.effect), delivery];
}
