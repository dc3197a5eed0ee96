/** Ways to estimate: PPML, and least squares to compare. */
export const families = ["poisson", "ols"] as const;

/** Which errors may be correlated with which. */
export const covarianceTypes = ["iid", "heteroskedastic", "clustered", "dyadic"] as const;
