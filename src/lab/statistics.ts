/** Mean, sample standard deviation and quantiles of one figure over many runs. */
export interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return values.length > 0 ? sum / values.length : 0;
}

/** Quantile by linear interpolation (type 7 of Hyndman & Fan 1996). `sorted` must rise; 0 of nothing. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return 0;
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const below = sorted[low] as number;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return below + (at - low) * (above - below);
}

/** Summarises figures in any order; sd is the sample's (n − 1), 0 for fewer than two. */
export function summarise(values: Float64Array): Summary {
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) * (value - centre);
  const sd = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
  const sorted = values.slice().sort();
  return { mean: centre, sd, q05: quantile(sorted, 0.05), q50: quantile(sorted, 0.5), q95: quantile(sorted, 0.95) };
}
