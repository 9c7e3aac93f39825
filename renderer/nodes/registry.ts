import {
  Bot,
  Brain,
  CircleStop,
  CornerDownRight,
  Headset,
  ListChecks,
  MessageCircleQuestionMark,
  MessageSquare,
  Play,
  Tag,
  TextCursorInput,
  Zap,
} from 'lucide-react';
import { CommandCard } from './command/Card.tsx';
import { CommandInspector } from './command/Inspector.tsx';
import { EndCard } from './end/Card.tsx';
import { EndInspector } from './end/Inspector.tsx';
import type { AnyFace, FaceTable } from './face.ts';
import { FallbackCard } from './fallback/Card.tsx';
import { FallbackInspector } from './fallback/Inspector.tsx';
import { HandoffCard } from './handoff/Card.tsx';
import { HandoffInspector } from './handoff/Inspector.tsx';
import { IntentCard } from './intent/Card.tsx';
import { IntentInspector } from './intent/Inspector.tsx';
import { isKind } from './isKind.ts';
import { JumpCard } from './jump/Card.tsx';
import { JumpInspector } from './jump/Inspector.tsx';
import { MenuCard } from './menu/Card.tsx';
import { MenuInspector } from './menu/Inspector.tsx';
import { optionEditing } from './menu/optionEditing.ts';
import { MessageCard } from './message/Card.tsx';
import { MessageInspector } from './message/Inspector.tsx';
import { QuestionCard } from './question/Card.tsx';
import { QuestionInspector } from './question/Inspector.tsx';
import { ResumeCard } from './resume/Card.tsx';
import { ResumeInspector } from './resume/Inspector.tsx';
import { StartCard } from './start/Card.tsx';
import { StartInspector } from './start/Inspector.tsx';
import { StatusCard } from './status/Card.tsx';
import { StatusInspector } from './status/Inspector.tsx';

/** The screen's half of every kind, in the order of the picker. */
export const FACES: FaceTable = {
  start: { kind: 'start', icon: Play, Card: StartCard, Inspector: StartInspector },
  command: { kind: 'command', icon: Zap, Card: CommandCard, Inspector: CommandInspector },
  resume: { kind: 'resume', icon: Bot, Card: ResumeCard, Inspector: ResumeInspector },
  fallback: {
    kind: 'fallback',
    icon: MessageCircleQuestionMark,
    Card: FallbackCard,
    Inspector: FallbackInspector,
  },
  message: { kind: 'message', icon: MessageSquare, Card: MessageCard, Inspector: MessageInspector },
  menu: { kind: 'menu', icon: ListChecks, Card: MenuCard, Inspector: MenuInspector, exits: optionEditing },
  question: { kind: 'question', icon: TextCursorInput, Card: QuestionCard, Inspector: QuestionInspector },
  intent: { kind: 'intent', icon: Brain, Card: IntentCard, Inspector: IntentInspector },
  status: { kind: 'status', icon: Tag, Card: StatusCard, Inspector: StatusInspector },
  handoff: { kind: 'handoff', icon: Headset, Card: HandoffCard, Inspector: HandoffInspector },
  jump: { kind: 'jump', icon: CornerDownRight, Card: JumpCard, Inspector: JumpInspector },
  end: { kind: 'end', icon: CircleStop, Card: EndCard, Inspector: EndInspector },
};

/** A face for data that is only known to have passed its kind's schema. */
export function faceOf(kind: string): AnyFace | undefined {
  return isKind(kind) ? (FACES[kind] as unknown as AnyFace) : undefined;
}
