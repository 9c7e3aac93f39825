import type { AriaLabelConfig } from '@xyflow/react';
import type { Language } from '../copy/copyTypes.ts';
import { copyOf } from '../copy/i18n.ts';

/** React Flow's own words, in the person's language. Moves are told by our announcer, so its message is silent. */
export function ariaConfig(language: Language): AriaLabelConfig {
  const t = copyOf('canvas', language);
  return {
    'node.a11yDescription.default': t('howTo'),
    'node.a11yDescription.keyboardDisabled': t('howTo'),
    'node.a11yDescription.ariaLiveMessage': () => '',
    'edge.a11yDescription.default': t('aria.edge'),
    'controls.ariaLabel': t('aria.controls'),
    'controls.zoomIn.ariaLabel': t('zoomIn'),
    'controls.zoomOut.ariaLabel': t('zoomOut'),
    'controls.fitView.ariaLabel': t('fit'),
    'controls.interactive.ariaLabel': t('aria.interactive'),
    'minimap.ariaLabel': t('minimap'),
    'handle.ariaLabel': t('aria.handle'),
  };
}
