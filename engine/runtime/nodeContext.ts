import { fillTemplate } from '../expression/template.ts';
import { closesAt, hoursInWords, isOpenAt, nextOpening, nextTimeOfDay } from '../model/hours.ts';
import { LIMITS } from '../model/limits.ts';
import type { Value } from '../model/value.ts';
import { decide, THRESHOLDS } from '../nlu/decide.ts';
import { isBareNumber } from '../nlu/keywords.ts';
import { understand } from '../nlu/understand.ts';
import type { NodeContext, Understood } from '../nodes/kind.ts';
import { ownText } from '../nodes/ownText.ts';
import type { BotProgram, ProgramNode } from './compileBot.ts';
import { languageOf, wordsOf } from './languageOf.ts';
import { lookUp } from './lookUp.ts';
import { emit, nextId, note, placeKey, type Turn } from './turn.ts';

/** What a node sees of its turn. */
export function nodeContext(turn: Turn, node: ProgramNode): NodeContext {
  const { program, state } = turn;
  const { place } = node;
  const language = languageOf(turn);
  const known = (name: string): Value => lookUp(turn, name);
  return {
    facts: program.facts,
    place,
    at: turn.at,
    state,
    words: wordsOf(turn, language),
    language,
    textFor: (text, texts) => ownText(text, texts, { channel: state.channel, language, main: program.facts.language }),
    isConnected: (exit) => node.exits.has(exit),
    random: () => draw(turn),
    fill: (template) => fillTemplate(template, known),
    fillFor: (where, template) => fillTemplate(template, known, where),
    say(text, media, delayMs = 0) {
      if (text === '' && media === undefined) return;
      turn.messages += 1;
      if (turn.messages > LIMITS.messagesPerTurn) return;
      emit(turn, place, {
        type: 'send',
        id: nextId(turn),
        node: place.node,
        text,
        ...(media === undefined ? {} : { media }),
        ...(delayMs > 0 ? { delayMs } : {}),
      });
    },
    setStatus(status, awaited) {
      const id = nextId(turn);
      emit(turn, place, { type: 'setStatus', id, node: place.node, status, awaited });
      if (!awaited) state.status = status;
      return id;
    },
    note(text) {
      emit(turn, place, { type: 'note', id: nextId(turn), node: place.node, text });
    },
    assign(to, options) {
      const id = nextId(turn);
      emit(turn, place, { type: 'assign', id, node: place.node, to, ...options });
      return id;
    },
    tag(add, remove) {
      const id = nextId(turn);
      emit(turn, place, { type: 'tags', id, node: place.node, add: [...add], remove: [...remove], awaited: true });
      return id;
    },
    updateLead(fields) {
      const id = nextId(turn);
      emit(turn, place, { type: 'updateLead', id, node: place.node, ...fields, awaited: true });
      return id;
    },
    request(asked) {
      const id = nextId(turn);
      emit(turn, place, { type: 'http', id, node: place.node, ...asked, awaited: true });
      return id;
    },
    reach(goal, value, once) {
      if (once && state.goals.includes(goal)) return;
      state.goals = [...new Set([...state.goals, goal])];
      note(turn, { type: 'goal', place, name: goal, ...(value === undefined ? {} : { value }) });
    },
    choice: () => state.choices[placeKey(place)],
    keepChoice(branch) {
      state.choices[placeKey(place)] = branch;
    },
    save(variable, value) {
      state.variables = {
        ...state.variables,
        [variable]: typeof value === 'string' ? value.slice(0, LIMITS.valueCharacters) : value,
      };
      note(turn, { type: 'saved', place, variable });
    },
    known,
    nextTurn(name) {
      const key = `${placeKey(place)}#${name}`;
      const count = state.turns[key] ?? 0;
      state.turns[key] = count + 1;
      return count;
    },
    understand: (text, among, caution) => understood(program, text, among, caution),
    isOpen: (hours = program.facts.hours) => isOpenAt(hours, turn.at, program.facts.timeZone),
    nextOpening: (hours = program.facts.hours) => nextOpening(hours, turn.at, program.facts.timeZone),
    closesAt: (hours = program.facts.hours) => closesAt(hours, turn.at, program.facts.timeZone),
    hoursInWords: (hours = program.facts.hours) => hoursInWords(hours, wordsOf(turn).days),
    nextTimeOfDay: (clock, weekdays) => nextTimeOfDay(clock, turn.at, program.facts.timeZone, weekdays),
  };
}

function understood(
  program: BotProgram,
  text: string,
  among: readonly string[],
  caution: keyof typeof THRESHOLDS | undefined,
): Understood {
  if (isBareNumber(text)) return { kind: 'unknown' };
  const heard = understand(program.model, text.slice(0, LIMITS.messageCharacters));
  const ranked = heard.ranked.filter((candidate) => among.includes(candidate.intent));
  const decision = decide({ ...heard, ranked }, THRESHOLDS[caution ?? program.facts.settings.caution ?? 'normal']);
  return decision.kind === 'sure' ? { ...decision, confidence: ranked[0]?.confidence ?? 0 } : decision;
}

/** Mulberry32 over the event's seed: the same event draws the same numbers. */
function draw(turn: Turn): number {
  turn.draws += 1;
  let t = (turn.seed + Math.imul(turn.draws, 0x6d2b79f5)) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
