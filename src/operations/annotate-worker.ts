import { annotated } from "./annotate.js"
import { answering } from "./thread.js"

answering(annotated)
