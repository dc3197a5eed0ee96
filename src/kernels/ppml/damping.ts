/**
 * The part of a Newton step that can be trusted where the whole one does not keep its promise: log(1 + r)/r by the step's
 * range r. The objective is a sum of log-sum-exps, which an overlong step takes to where one row holds nearly all of its
 * group and curvature is lost, though the objective still falls; of generalised self-concordant functions this part
 * keeps it (Sun and Tran-Dinh 2019, doi:10.1007/s10107-018-1282-4).
 */
export function dampedStep(range: number): number {
  return range > 0 ? Math.min(1, Math.log1p(range) / range) : 1;
}
