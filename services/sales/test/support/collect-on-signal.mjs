// Loaded into a service under test: a signal collects all garbage, so that what is left is what is held.
process.on('SIGUSR2', () => globalThis.gc());
