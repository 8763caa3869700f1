/** The reader's arithmetic. Memory is laid out by the caller; nothing here allocates. */
export { product } from "./product"
export { embed } from "./embed"
export { addNorm, geluQuantise, mixIn, quantise, reluQuantise } from "./pointwise"
export { attention } from "./attention"
export { arcs, arcShares, choose, relations } from "./heads"
