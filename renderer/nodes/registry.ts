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
  GitBranch,
  Braces,
  Split,
  Timer,
  CalendarClock,
  UserPlus,
  Tags,
  Contact,
  Hand,
  Workflow,
  Globe,
  Flag,
} from 'lucide-react';
import { ConditionCard } from './condition/Card.tsx';
import { caseEditing } from './condition/caseEditing.ts';
import { ConditionInspector } from './condition/Inspector.tsx';
import { SetCard } from './set/Card.tsx';
import { SetInspector } from './set/Inspector.tsx';
import { branchEditing } from './split/branchEditing.ts';
import { SplitCard } from './split/Card.tsx';
import { SplitInspector } from './split/Inspector.tsx';
import { WaitCard } from './wait/Card.tsx';
import { WaitInspector } from './wait/Inspector.tsx';
import { HoursCard } from './hours/Card.tsx';
import { HoursInspector } from './hours/Inspector.tsx';
import { AssignCard } from './assign/Card.tsx';
import { AssignInspector } from './assign/Inspector.tsx';
import { TagsCard } from './tags/Card.tsx';
import { TagsInspector } from './tags/Inspector.tsx';
import { LeadCard } from './lead/Card.tsx';
import { LeadInspector } from './lead/Inspector.tsx';
import { PauseCard } from './pause/Card.tsx';
import { PauseInspector } from './pause/Inspector.tsx';
import { CallCard } from './call/Card.tsx';
import { CallInspector } from './call/Inspector.tsx';
import { HttpCard } from './http/Card.tsx';
import { HttpInspector } from './http/Inspector.tsx';
import { GoalCard } from './goal/Card.tsx';
import { GoalInspector } from './goal/Inspector.tsx';
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
  condition: {
    kind: 'condition',
    icon: GitBranch,
    Card: ConditionCard,
    Inspector: ConditionInspector,
    exits: caseEditing,
  },
  set: { kind: 'set', icon: Braces, Card: SetCard, Inspector: SetInspector },
  split: { kind: 'split', icon: Split, Card: SplitCard, Inspector: SplitInspector, exits: branchEditing },
  wait: { kind: 'wait', icon: Timer, Card: WaitCard, Inspector: WaitInspector },
  hours: { kind: 'hours', icon: CalendarClock, Card: HoursCard, Inspector: HoursInspector },
  status: { kind: 'status', icon: Tag, Card: StatusCard, Inspector: StatusInspector },
  assign: { kind: 'assign', icon: UserPlus, Card: AssignCard, Inspector: AssignInspector },
  tags: { kind: 'tags', icon: Tags, Card: TagsCard, Inspector: TagsInspector },
  lead: { kind: 'lead', icon: Contact, Card: LeadCard, Inspector: LeadInspector },
  handoff: { kind: 'handoff', icon: Headset, Card: HandoffCard, Inspector: HandoffInspector },
  pause: { kind: 'pause', icon: Hand, Card: PauseCard, Inspector: PauseInspector },
  jump: { kind: 'jump', icon: CornerDownRight, Card: JumpCard, Inspector: JumpInspector },
  call: { kind: 'call', icon: Workflow, Card: CallCard, Inspector: CallInspector },
  http: { kind: 'http', icon: Globe, Card: HttpCard, Inspector: HttpInspector },
  goal: { kind: 'goal', icon: Flag, Card: GoalCard, Inspector: GoalInspector },
  end: { kind: 'end', icon: CircleStop, Card: EndCard, Inspector: EndInspector },
};

/** A face for data that is only known to have passed its kind's schema. */
export function faceOf(kind: string): AnyFace | undefined {
  return isKind(kind) ? (FACES[kind] as unknown as AnyFace) : undefined;
}
