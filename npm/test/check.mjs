// One line for each thing that must hold, as `cargo xtask test` counts them.

export async function check(name, act) {
  try {
    await act();
    console.log(`ok - ${name}`);
  } catch (error) {
    console.log(`not ok - ${name}: ${error.message ?? error}`);
    process.exitCode = 1;
  }
}

export function equal(actual, expected) {
  if (actual !== expected) throw new Error(`${actual} instead of ${expected}`);
}
