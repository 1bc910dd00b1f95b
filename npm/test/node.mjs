// Everything that Node alone can test, against the reference server at AVALO_URL: one after the other, because
// they share its clock.

for (const tests of ["rows", "session", "nonsense", "exchanges", "rendering"]) await import(`./${tests}.mjs`);
