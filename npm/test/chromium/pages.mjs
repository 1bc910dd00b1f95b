// What only pages can show, against the reference server at AVALO_URL.

for (const tests of ["tabs", "uploads", "package"]) await import(`./${tests}.mjs`);
