// Loaded into a process before its own code (`--import`): each SIGUSR2 sets its clock a day ahead, as on a computer that slept.
const real = Date;
const DAY = 86_400_000;
let ahead = 0;

globalThis.Date = class extends real {
  constructor(...parts) {
    if (parts.length === 0) super(real.now() + ahead);
    else super(...parts);
  }

  static now() {
    return real.now() + ahead;
  }
};

process.on('SIGUSR2', () => {
  ahead += DAY;
});
