// Made by scripts/fit-confidence.ts; one weight for each of FEATURES in confidence.ts.
// biome-ignore format: generated
export const CONFIDENCE: readonly number[] = [-1.73, 0.556, 0.105, 0.185, 0.035, 0.101, 0.168, -0.512, -0.861, -0.071, 0.219, -0.011, -1.358, 0.01, 0.033]
