import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { IntentModel } from '../../../engine/nlu/intentModel.ts';
import { useWords, wordsFor } from '../../../renderer/phrases/learning/words.ts';
import { openPhrases, topic } from './openPhrases.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  useWords.setState({ missing: [] });
});

const LINE = 'Словарь русских слов не читается';
const russian = () => [topic('price', 'Цена', 'сколько стоит букет', 'почём розы', 'какая цена')];

test('that Russian words can’t be read is told to who teaches Russian phrases', async () => {
  openPhrases(russian());
  act(() => useWords.setState({ missing: ['ru'] }));
  await waitFor(() => expect(screen.getByTestId('try').textContent).toContain(LINE));
  act(() => useWords.setState({ missing: [] }));
  expect(screen.getByTestId('try').textContent).not.toContain(LINE);
});

test('a bot of other words is not troubled with it', async () => {
  openPhrases([topic('price', 'Price', 'how much is it', 'what does it cost', 'price of roses')], {
    language: 'en',
    languages: ['en'],
  });
  await waitFor(() => expect(screen.getByTestId('quality-known')).toBeTruthy());
  act(() => useWords.setState({ missing: ['ru'] }));
  expect(screen.getByTestId('try').textContent).not.toContain(LINE);
});

test('words that could not be had are asked for anew with the next lesson', async () => {
  const asked = vi.fn(() => Promise.resolve(new Response(null, { status: 404 })));
  vi.stubGlobal('fetch', asked);
  // Of a model only its sentences are looked at: they name the vectors it was learned with.
  const model = { sentences: [{ embedder: 'ru-0123abcd' }] } as unknown as IntentModel;
  const set = { languages: ['ru'], intents: russian() };
  await wordsFor(model, set);
  expect(useWords.getState().missing).toEqual(['ru']);
  await wordsFor(model, set);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a bot of two languages is told of the one whose words are missing', async () => {
  openPhrases([topic('price', 'Цена', 'сколько стоит букет', 'почём розы', 'how much is it', 'what does it cost')], {
    languages: ['ru', 'en'],
  });
  await waitFor(() => expect(screen.getByTestId('quality-known')).toBeTruthy());
  act(() => useWords.setState({ missing: ['en'] }));
  expect(screen.getByTestId('try').textContent).toContain('Словарь английских слов не читается');
  expect(screen.getByTestId('try').textContent).not.toContain(LINE);
});
