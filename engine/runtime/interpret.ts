import { matchCode } from '../nlu/matchOption.ts';
import { isBareNumber, matchKeyword } from '../nlu/keywords.ts';
import type { Wait } from '../model/state.ts';
import type { Rung, TraceEntry } from '../model/trace.ts';
import type { Answer, AnswerRung, Message } from '../nodes/kind.ts';
import { advance, follow, lastMenu } from './advance.ts';
import { beginAt, beginningFor } from './beginning.ts';
import { callPeople, canCallPeople } from './callPeople.ts';
import { nodeAt, type ProgramNode } from './compileBot.ts';
import { wordsOf } from './languageOf.ts';
import { notUnderstood } from './missed.ts';
import { nodeContext } from './nodeContext.ts';
import { giveBack } from './ownership.ts';
import { clearWait, emit, nextId, note, placeKey, setMisses, setOwner, type Turn } from './turn.ts';

/** A request for a person is short; a story that mentions an operator is not one. */
const WORDS_OF_A_REQUEST = 6;

/** Who takes this message? The rungs of product.md, rule 2, from the top; the first that answers has it. */
export function interpret(turn: Turn, message: Message): void {
  const { state } = turn;
  if (state.owner === 'human') return whilePaused(turn, message, 'human');
  if (state.owner === 'off') return whilePaused(turn, message, 'off');
  if (state.wait?.memo.paused === true) return whileSilent(turn, message, state.wait);
  if (operatorWord(turn, message)) return;
  if (state.phase === 'ended') return whilePaused(turn, message, 'ended');
  if (stopWord(turn, message)) return;
  const node = state.wait === null ? undefined : nodeAt(turn.program, state.wait.place);
  if (state.phase === 'new' || state.wait === null || node === undefined) return begin(turn, message);
  converse(turn, message, node, state.wait);
}

function converse(turn: Turn, message: Message, node: ProgramNode, wait: Wait): void {
  if (answered(turn, message, node, wait, 'validator') || answered(turn, message, node, wait, 'menuCode')) return;
  if (
    lastMenuCode(turn, message, node) ||
    command(turn, message) ||
    answered(turn, message, node, wait, 'caption') ||
    back(turn, message)
  )
    return;
  if (!isBareNumber(message.text)) {
    if (answered(turn, message, node, wait, 'flowIntent') || listener(turn, message, node)) return;
  }
  const count = turn.state.misses[placeKey(node.place)] ?? 0;
  const own = node.exits.has('other')
    ? null
    : (node.kind?.missed?.(node.data, wait, message, nodeContext(turn, node), count + 1) ?? null);
  if (own !== null) {
    if (own.do === 'ignore' || (own.do === 'stay' && own.heard === true)) return follow(turn, node, own);
    setMisses(turn, placeKey(node.place), own.do === 'stay' ? count + 1 : 0);
    note(turn, { type: 'missed', place: node.place, count: count + 1 });
    return follow(turn, node, own);
  }
  const next = notUnderstood(turn, node, message);
  if (next !== null) advance(turn, next);
}

/** The bot was told to keep quiet: only the word that ends the pause is heard. */
function whileSilent(turn: Turn, message: Message, wait: Wait): void {
  const word = typeof wait.memo.word === 'string' ? wait.memo.word : '';
  const node = nodeAt(turn.program, wait.place);
  const heard = word !== '' && matchKeyword(message.text, [word], 'word') !== null;
  if (heard && node !== undefined) {
    note(turn, { type: 'understood', place: wait.place, rung: 'resumeWord', detail: word });
    return follow(turn, node, { do: 'leave', exit: 'next' });
  }
  note(turn, { type: 'understood', place: wait.place, rung: 'paused' });
  note(turn, { type: 'silent', reason: 'paused' });
}

/** While people (or nobody) have the lead only the words that were meant for that wake the bot. */
function whilePaused(turn: Turn, message: Message, reason: 'human' | 'off' | 'ended'): void {
  const resumeWord = turn.program.facts.settings.resumeWord ?? '';
  if (resumeWord !== '' && matchKeyword(message.text, [resumeWord], 'word') !== null) {
    note(turn, { type: 'understood', place: null, rung: 'resumeWord', detail: resumeWord });
    const status = turn.program.facts.settings.resumeStatus;
    if (status !== undefined && turn.program.facts.statuses.some((known) => known.id === status)) {
      emit(turn, null, { type: 'setStatus', id: nextId(turn), status, awaited: false });
      turn.state.status = status;
    }
    return giveBack(turn, 'resumeWord');
  }
  if (command(turn, message)) return;
  if (reason !== 'human') {
    const start = turn.program.ordered
      .flatMap((flow) => flow.starts)
      .find((node) => node.kind?.begins?.(node.data, message, turn.state) === 'special');
    if (start !== undefined) {
      note(turn, { type: 'understood', place: start.place, rung: 'entry' });
      setOwner(turn, 'bot', 'start');
      // A new conversation: its leaves do not return to a menu of the old one.
      turn.state.menus = [];
      turn.state.calls = [];
      return advance(turn, start.place);
    }
  }
  note(turn, { type: 'understood', place: null, rung: 'paused' });
  note(turn, { type: 'silent', reason });
}

function begin(turn: Turn, message: Message): void {
  if (turn.state.phase !== 'new' && back(turn, message)) return;
  if (command(turn, message)) return;
  const beginning = beginningFor(turn, message);
  if (beginning === null) return note(turn, { type: 'silent', reason: 'ended' });
  beginAt(turn, beginning);
}

function operatorWord(turn: Turn, message: Message): boolean {
  const { program, state } = turn;
  const words = program.facts.settings.operatorWords ?? builtIn(turn, 'operatorWords');
  if (message.text.split(/\s+/u).length > WORDS_OF_A_REQUEST) return false;
  const word = matchKeyword(message.text, words, 'word');
  if (word === null || !canCallPeople(program)) return false;
  note(turn, { type: 'understood', place: state.wait?.place ?? null, rung: 'operatorWord', detail: word });
  const next = callPeople(turn, state.wait?.place ?? null, 'operatorWord');
  if (next !== null) advance(turn, next);
  return true;
}

function stopWord(turn: Turn, message: Message): boolean {
  const { program, state } = turn;
  const words = program.facts.settings.stopWords ?? builtIn(turn, 'stopWords');
  const word = matchKeyword(message.text, words, 'exact');
  if (word === null) return false;
  note(turn, { type: 'understood', place: state.wait?.place ?? null, rung: 'stopWord', detail: word });
  clearWait(turn);
  emit(turn, null, { type: 'send', id: nextId(turn), text: wordsOf(turn).stopped(wakingWord(turn)) });
  state.phase = 'ended';
  state.calls = [];
  note(turn, { type: 'ended', place: null });
  return true;
}

/** The engine's own words in the bot's language, and in the customer's where that is another. */
function builtIn(turn: Turn, list: 'operatorWords' | 'stopWords' | 'backWords'): readonly string[] {
  const words = wordsOf(turn);
  const main = turn.program.words;
  return words === main ? main[list] : [...main[list], ...words[list]];
}

/** With which word a customer can call the bot again; empty = there is none to promise. */
function wakingWord({ program, state }: Turn): string {
  const command = program.ordered.flatMap((flow) => flow.commands).find((node) => node.kind?.wakes?.(node.data, state));
  return program.facts.settings.resumeWord || (command?.kind?.wakes?.(command.data, state) ?? '');
}

function answered(turn: Turn, message: Message, node: ProgramNode, wait: Wait, rung: AnswerRung): boolean {
  const answer = node.kind?.answers?.[rung]?.(node.data, wait, message, nodeContext(turn, node)) ?? null;
  if (answer === null) return false;
  accept(turn, node, answer, rung);
  return true;
}

function accept(turn: Turn, node: ProgramNode, answer: Answer, rung: Rung): void {
  const entry: Extract<TraceEntry, { type: 'understood' }> = { type: 'understood', place: node.place, rung };
  if (answer.detail !== undefined) entry.detail = answer.detail;
  if (answer.by !== undefined) entry.by = answer.by;
  if (answer.confidence !== undefined) entry.confidence = answer.confidence;
  note(turn, entry);
  setMisses(turn, placeKey(node.place), 0);
  follow(turn, node, answer.move);
}

/** A bare number that is no answer here belongs to the menu sent last; to a question it is an answer that does not fit. */
function lastMenuCode(turn: Turn, message: Message, node: ProgramNode): boolean {
  const last = turn.state.lastMenu;
  if (node.kind?.answers?.validator !== undefined) return false;
  if (last?.offered == null || !isBareNumber(message.text) || placeKey(last.place) === placeKey(node.place))
    return false;
  const menu = nodeAt(turn.program, last.place);
  if (menu === undefined) return false;
  const offered = menu.kind?.menu?.named(menu.data, last.offered, nodeContext(turn, menu)) ?? last.offered;
  const match = matchCode(message.text, offered);
  if (match === null || !menu.exits.has(match.id)) return false;
  clearWait(turn);
  accept(turn, menu, { move: { do: 'leave', exit: match.id }, detail: match.id, by: match.by }, 'menuCode');
  return true;
}

function command(turn: Turn, message: Message): boolean {
  const { program, state } = turn;
  for (const flow of program.ordered) {
    for (const node of flow.commands) {
      const word = node.kind?.hears?.(node.data, message, state) ?? null;
      if (word === null) continue;
      note(turn, { type: 'understood', place: node.place, rung: 'command', detail: word });
      forgetMisses(turn);
      clearWait(turn);
      // A command that may speak beside a person leaves the lead with that person.
      if (state.owner === 'off') setOwner(turn, 'bot', 'command');
      advance(turn, node.place);
      return true;
    }
  }
  return false;
}

/** «Back» and 0 are always understood where there is a menu to go back to. */
function back(turn: Turn, message: Message): boolean {
  const { state } = turn;
  const wanted =
    message.text.trim() === '0' || matchKeyword(message.text, builtIn(turn, 'backWords'), 'exact') !== null;
  if (!wanted || (state.menus.length === 0 && state.calls.every((call) => call.menus.length === 0))) return false;
  const here = state.wait === null ? undefined : placeKey(state.wait.place);
  const top = state.menus.at(-1);
  const isMoreAbove = state.menus.length > 1 || state.calls.some((call) => call.menus.length > 0);
  if (top !== undefined && placeKey(top) === here && isMoreAbove) state.menus = state.menus.slice(0, -1);
  const to = lastMenu(turn);
  if (to === null) return false;
  note(turn, { type: 'understood', place: state.wait?.place ?? null, rung: 'back' });
  forgetMisses(turn);
  clearWait(turn);
  advance(turn, to);
  return true;
}

/** Understood after all: the budget of the place the customer leaves is whole again. */
function forgetMisses(turn: Turn): void {
  if (turn.state.wait !== null) setMisses(turn, placeKey(turn.state.wait.place), 0);
}

function listener(turn: Turn, message: Message, node: ProgramNode): boolean {
  const own = turn.program.flows.get(node.place.flow);
  for (const flow of [own, ...turn.program.ordered.filter((other) => other !== own)]) {
    for (const candidate of flow?.listeners ?? []) {
      const answer =
        candidate.kind?.answers?.flowIntent?.(
          candidate.data,
          emptyWait(turn, candidate),
          message,
          nodeContext(turn, candidate),
        ) ?? null;
      if (answer === null) continue;
      clearWait(turn);
      accept(turn, candidate, answer, flow?.id === node.place.flow ? 'flowIntent' : 'globalIntent');
      return true;
    }
  }
  return false;
}

function emptyWait(turn: Turn, node: ProgramNode): Wait {
  return { place: node.place, since: turn.at, offered: [], memo: {} };
}
