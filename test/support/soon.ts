/** For `vi.waitFor`: what is on its way comes, on a machine that is busy with others a little later. */
export const SOON = { timeout: 20_000 };
