/** Ends the run with one line that says how it went. */
export default class ClosingLine {
  #counts = { passed: 0, failed: 0, skipped: 0 };

  onTestEnd(test, { status }) {
    const kind = status === 'passed' || status === 'skipped' ? status : 'failed';
    this.#counts[kind]++;
  }

  /** What goes wrong outside of a test, for example in loading one. */
  onError() {
    this.#counts.failed++;
  }

  onEnd() {
    const { passed, failed, skipped } = this.#counts;
    console.log(`Browser: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}
