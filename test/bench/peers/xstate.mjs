import { createActor, createMachine } from 'xstate';

/** A machine whose persisted snapshot is kept as JSON between the turns, as the page on persistence has it. */
export function open({ greeting, menu, missed, options }) {
  let sent = [];
  const say = (text) => ({ type: 'say', params: { text } });
  const machine = createMachine(
    {
      id: 'menu',
      initial: 'new',
      states: {
        new: { on: { message: { target: 'menu', actions: say(greeting) } } },
        menu: {
          entry: say(menu),
          on: {
            message: [
              ...options.map(({ code, label }) => ({
                guard: { type: 'chose', params: { code, label } },
                target: `answer${code}`,
              })),
              { actions: say(missed) },
            ],
          },
        },
        ...Object.fromEntries(
          options.map(({ code, answer }) => [`answer${code}`, { entry: say(answer), always: 'menu' }]),
        ),
      },
    },
    {
      actions: { say: (_, { text }) => sent.push(text) },
      guards: { chose: ({ event }, { code, label }) => event.text === code || event.text === label },
    },
  );
  const stored = new Map();
  return (lead, text) => {
    sent = [];
    const kept = stored.get(lead);
    const actor = createActor(machine, kept === undefined ? {} : { snapshot: JSON.parse(kept) }).start();
    actor.send({ type: 'message', text });
    stored.set(lead, JSON.stringify(actor.getPersistedSnapshot()));
    actor.stop();
    return sent;
  };
}
