"""usage: vectors.py GLOVE ENGINE OUT    vectors of English word stems and of their pieces, as engine/nlu/wordPack.ts reads them

GLOVE is JSON: "words" from the commonest to the rarest, and the vector of each. What all words have in common, and the two
directions that tell common words from rare ones rather than meanings (Mu and Viswanath 2018, "All-but-the-top"), are taken out;
of the other directions the 64 that say most are kept.
"""
import json, pathlib, re, subprocess, sys
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'russianWords'))
import vectors as packs

GIVEN, SIZE, TOP = 100, 64, 2
MOST_WORDS, MOST_STEMS, MOST_PIECES = 120_000, 25_000, 8_000
LOOKED_AT = 50_000
# Zipf's law as Mandelbrot has it: how often a word of a rank is said.
SHIFT = 2.7


def stems_of(words, engine):
    script = f"""
      const {{ stemmerFor }} = await import('{engine}/nlu/stem.ts');
      const {{ basicForm }} = await import('{engine}/nlu/plainEnglish.ts');
      const words = (await Array.fromAsync(process.stdin)).join('').split('\\n');
      const stem = stemmerFor(['en']);
      process.stdout.write(words.map((word) => stem(basicForm(word))).join('\\n'));
    """
    run = subprocess.run(['node', '--input-type=module', '-e', script], input='\n'.join(words), capture_output=True, text=True, check=True)
    return run.stdout.split('\n')


def read(path):
    with open(path, encoding='utf8') as file:
        glove = json.load(file)
    ranked = [(word, rank) for rank, word in enumerate(glove['words'], 1) if re.fullmatch('[a-z]+', word)][:MOST_WORDS]
    # After its numbers a vector has its length and its rank.
    rows = numpy.array([glove['vectors'][word][:GIVEN] for word, _ in ranked], numpy.float32).astype(float)
    often = 1 / (numpy.array([rank for _, rank in ranked]) + SHIFT)
    return [word for word, _ in ranked], rows, often / often.sum()


def main(glove, engine, out):
    words, rows, often = read(glove)
    rows -= rows.mean(0)
    _, _, directions = numpy.linalg.svd(rows[:LOOKED_AT], full_matrices=False)
    rows = packs.unit(rows @ directions[TOP : TOP + SIZE].T)

    sums, times = {}, {}
    for stem, row, share in zip(stems_of(words, engine), rows, often):
        sums[stem] = sums.get(stem, 0) + row * share
        times[stem] = times.get(stem, 0) + share
    stems = sorted(sums, key=lambda stem: -times[stem])[:MOST_STEMS]
    stem_rows = packs.unit(numpy.array([sums[stem] for stem in stems]))
    said = numpy.array([times[stem] for stem in stems])
    shares = packs.COMMON / (packs.COMMON + said)

    packs.SIZE, packs.MOST_PIECES = SIZE, MOST_PIECES
    pieces, piece_rows = packs.piece_vectors(stems, stem_rows, said / often.min())
    packs.write(
        out,
        [f'<{stem}>' for stem in stems] + pieces,
        numpy.vstack([stem_rows, piece_rows]),
        numpy.concatenate([shares / shares.max(), numpy.ones(len(pieces))]),
    )
    print(f'{out}: {len(stems)} stems, {len(pieces)} pieces')


main(*sys.argv[1:])
