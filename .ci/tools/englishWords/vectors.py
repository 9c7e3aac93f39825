"""usage: vectors.py GLOVE ENGINE OUT    vectors of English word stems and of their pieces, as engine/nlu/wordPack.ts reads them"""
import pathlib, subprocess, sys
import numpy

import glove

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'russianWords'))
import vectors as packs

SIZE, MOST_STEMS, MOST_PIECES = 64, 25_000, 8_000


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


def main(path, engine, out):
    words, rows, often = glove.read(path)
    rows = glove.meanings(rows, SIZE)

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
