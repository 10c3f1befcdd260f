/** jStat 1.9.6 ships no types: what is used of it. */
declare module "jstat" {
  const jStat: {
    readonly studentt: {
      /** Quantile of Student's t distribution. */
      inv(p: number, degreesOfFreedom: number): number;
    };
  };
  export default jStat;
}
