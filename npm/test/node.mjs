// Everything that Node alone can test, against the reference server at AVALO_URL: one after the other, because
// they share its clock.

const all = ["rows", "session", "restored", "stores", "nonsense", "upload", "blocked", "network", "live", "trap", "exchanges", "rendering"];
for (const tests of all) await import(`./${tests}.mjs`);
