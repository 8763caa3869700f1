/**
 * Chosen on the open half of test/gold (dev-*), on sentences of given actors and on five reports. Shares of probability: below `veto` a
 * frame's act is none, below `carried` the noun in its phrase is asked, and below `heard` what the
 * network says of type, status and parties counts nothing; from `propose` on a word that no frame knows is an act, from `hinted` on one on which a frame's condition
 * rests; from `fill` on a candidate takes part, from `only` on where no other does, from `mutual` on in a mutual deed; from
 * `provisional` on one that names nobody known; from `renamed` on another family and stage hold; from `several` on an act counts as one
 * of its sentence; from `unaddressed` on a statement needs nobody to whom it is made. Times: how much more the frame's type
 * (`framed`) and the status of the words count (`outright`, `usual`) than the network alone. Powers: what is said of the sentence as a
 * whole counts in its only act (`whole`) and in its main one (`main`).
 */
export const LIMITS = {
  /** Claims that the network alone proposes are told from this confidence on, those of frames from that. */
  least: 0.15,
  leastFramed: 0.05,
  veto: 0.02,
  carried: 0.3,
  heard: 0.3,
  propose: 0.35,
  hinted: 0.6,
  framed: 100,
  outright: 8,
  usual: 0.4,
  fill: 0.5,
  only: 0.25,
  mutual: 0.35,
  others: 0.5,
  whole: 0.6,
  main: 0.3,
  silent: 0.3,
  provisional: 0.6,
  renamed: 0.8,
  several: 0.5,
  unaddressed: 0.8,
}
