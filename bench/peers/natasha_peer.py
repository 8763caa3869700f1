"""Sentences, words, tags, trees and names of running Russian text with natasha: texts as JSON on standard input."""
import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

segmenter, embedding = Segmenter(), NewsEmbedding()
tagger, parser, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)


def read(text):
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_morph(tagger)
    doc.parse_syntax(parser)
    doc.tag_ner(names)
    return len(doc.tokens)


texts = json.load(sys.stdin)
for text in texts[:2]:
    read(text)
before = time.process_time()
words = sum(read(text) for text in texts)
print(json.dumps({"seconds": time.process_time() - before, "words": words}))
