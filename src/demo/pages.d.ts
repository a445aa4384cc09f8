/** The chart library, as the build copies it into the WAR. */
declare module '*/uPlot.esm.js' {
  const uPlot: any;
  export default uPlot;
}

interface HTMLElementTagNameMap {
  'demo-header': HTMLElement & { signIn(then?: () => unknown): void };
}
