import '../nodes/family.css';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { usePreferences } from '../app/preferences.ts';
import { FlowPicture } from './FlowPicture.tsx';
import type { OfferedTemplate } from './templateFaces.ts';

/** The template's main flow as it will lie on the canvas. */
export function TemplatePicture({ template }: { readonly template: OfferedTemplate }) {
  const language = usePreferences((state) => state.language);
  return <FlowPicture bot={templateBot(template, language)} />;
}
