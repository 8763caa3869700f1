"""Tags, trees and names of running English text with spaCy's small model: texts as JSON on standard input."""
import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import spacy

nlp = spacy.load("en_core_web_sm")
texts = json.load(sys.stdin)
for text in texts[:2]:
    nlp(text)
before = time.process_time()
words = sum(len(nlp(text)) for text in texts)
print(json.dumps({"seconds": time.process_time() - before, "words": words}))
