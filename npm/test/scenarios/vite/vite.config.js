// Wherever it is served: a test does not know beforehand.
export default { base: "./" };
