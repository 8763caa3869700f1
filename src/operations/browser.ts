/**
 * What a page needs to read reports by itself: hand in the bytes of the files that are shipped with the package, and read.
 * Nothing here or below touches a machine; `scripts/build-browser.mjs` makes one file of it.
 */
export { segmentText } from "../language/segment.js"
export { identify, identifySegments } from "../reading/identify.js"
export { cutText } from "./annotate-cut.js"
export { languages, type NetworkFiles, networkOf, readerOf } from "./plugged.js"
