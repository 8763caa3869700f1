// Made by scripts/fit-confidence.ts; one weight for each of FEATURES in confidence.ts.
export const CONFIDENCE: readonly number[] = [
  0.2, 0.3, 0.15, 0.15, 0.05, 0.1, 0.1, -0.8, -0.6, 0.1, 0.1, 0.1, -0.6,
]
