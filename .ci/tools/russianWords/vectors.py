"""usage: vectors.py TEXTS PAIRS GLOVE ENGINE OUT    vectors of Russian word stems and of their pieces, as engine/nlu/wordPack.ts reads them

Two views of a stem, put together. Which stems stand near each other, weighed by how much oftener than by chance (PPMI), brought
down to 64 numbers by a singular value decomposition: on five million words that is as good as fastText's skip-gram, takes two
minutes, and has no chance in it. And what the English words mean that it is translated by: those were counted over six
thousand million.
"""
import collections, pathlib, re, struct, subprocess, sys
import numpy, scipy.sparse

sys.path.append(str(pathlib.Path(__file__).parent.parent / 'englishWords'))
import glove

SIZE, VIEW, WINDOW = 96, 64, 5
LEAST_TIMES, MOST_STEMS, MOST_WORDS = 4, 45_000, 30_000
COMMON, CONTEXT_POWER = 1e-3, 0.75
# Passes over the pairs; of a stem's translations those a tenth as frequent as the first are kept.
PASSES, FAINT = 6, 0.1
# Translations that count as much as what its neighbours let one expect.
SETTLED = 3
LOOKED_AT = 20_000
LEAST_LETTERS, MOST_LETTERS, MOST_PIECES, LEAST_HOLDERS = 3, 5, 20_000, 3


def stems_of(words, engine):
    script = f"""
      const {{ stemmerFor }} = await import('{engine}/nlu/stem.ts');
      const words = (await Array.fromAsync(process.stdin)).join('').split('\\n');
      process.stdout.write(words.map(stemmerFor(['ru'])).join('\\n'));
    """
    run = subprocess.run(['node', '--input-type=module', '-e', script], input='\n'.join(words), capture_output=True, text=True, check=True)
    return dict(zip(words, run.stdout.split('\n')))


def positive_pmi(lines, ids, counts):
    stems = len(ids)
    flat = []
    for line in lines:
        flat.extend(line)
        flat.extend([-1] * WINDOW)  # nothing stands near across the end of a sentence
    flat = numpy.array(flat, numpy.int32)
    # Words of everywhere count less; each by itself rather than by chance, so that all is the same at every run.
    weight = numpy.minimum(1, numpy.sqrt(COMMON / (counts / counts.sum())))
    near = scipy.sparse.csr_matrix((stems, stems))
    for distance in range(1, WINDOW + 1):
        one, other = flat[:-distance], flat[distance:]
        both = (one >= 0) & (other >= 0)
        one, other = one[both], other[both]
        values = weight[one] * weight[other] * (WINDOW + 1 - distance) / WINDOW
        found = scipy.sparse.coo_matrix((values, (one, other)), shape=(stems, stems)).tocsr()
        near = near + found + found.T
    rows = numpy.asarray(near.sum(1)).ravel()
    chance = rows**CONTEXT_POWER / (rows**CONTEXT_POWER).sum()
    near = near.tocoo()
    pmi = numpy.log(near.data / (rows[near.row] * chance[near.col] + 1e-12))
    kept = (pmi > 0) & (near.row != near.col)
    return scipy.sparse.csr_matrix((pmi[kept].astype(numpy.float32), (near.row[kept], near.col[kept])), shape=(stems, stems))


def decompose(matrix):
    basis = numpy.random.default_rng(1).standard_normal((matrix.shape[0], VIEW + 96)).astype(numpy.float32)
    for _ in range(4):
        basis, _ = numpy.linalg.qr(matrix @ basis)
    left, values, _ = numpy.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    return ((basis @ left)[:, :VIEW] * numpy.sqrt(values[:VIEW])).astype(numpy.float64)


def unit(rows, power=1.0):
    length = numpy.linalg.norm(rows, axis=1, keepdims=True)
    return rows / numpy.maximum(length, 1e-9) ** power


def translations(pairs, english, often, stem):
    """How often each Russian stem stands for each English word: IBM model 1 (Brown et al. 1993), rare words weighing more"""
    ids = {'': 0}
    one, other, place = [], [], []
    places = 0
    for words, russian in pairs:
        # An English word that none of the Russian ones says is put down to nobody.
        stems = [ids.setdefault(stem[word], len(ids)) for word in russian] + [0]
        for word in words:
            if word in english:
                one.extend(stems)
                other.extend([english[word]] * len(stems))
                place.extend([places] * len(stems))
                places += 1
    one, other, place = (numpy.array(column, numpy.int64) for column in (one, other, place))
    links, link = numpy.unique(one * len(english) + other, return_inverse=True)
    stems, words = links // len(english), links % len(english)
    likely = numpy.ones(len(links))
    for _ in range(PASSES):
        share = likely[link]
        share = share / numpy.bincount(place, share)[place]
        times = numpy.bincount(link, share, len(links))
        likely = times / numpy.bincount(stems, times, len(ids))[stems]
    times *= COMMON / (COMMON + often[words])
    most = numpy.zeros(len(ids))
    numpy.maximum.at(most, stems, times)
    kept = (times >= FAINT * most[stems]) & (stems > 0)
    return ids, scipy.sparse.csr_matrix((times[kept], (stems[kept], words[kept])), shape=(len(ids), len(english)))


def translated(names, near, ids, table, english_rows):
    """What a stem means by its translations; by its neighbours as far as it has none"""
    rows = [ids.get(name, 0) for name in names]
    times = numpy.asarray(table.sum(1)).ravel()[rows]
    has = times > 0
    told = unit((table @ english_rows)[rows])
    told[has] -= told[has].mean(0)
    _, _, directions = numpy.linalg.svd(told[has], full_matrices=False)
    told = unit(told @ directions[:VIEW].T)
    known = near[has]
    guess = near @ numpy.linalg.solve(known.T @ known + numpy.eye(near.shape[1]), known.T @ told[has])
    sure = (times / (times + SETTLED))[:, None]
    return unit(sure * told + (1 - sure) * guess, 0.7)


def together(near, told):
    both = numpy.hstack([near, told])
    both -= both.mean(0)
    _, _, directions = numpy.linalg.svd(both[:LOOKED_AT], full_matrices=False)
    return unit(both @ directions[:SIZE].T)


def pieces_of(stem):
    marked = f'<{stem}>'
    for length in range(LEAST_LETTERS, MOST_LETTERS + 1):
        for at in range(len(marked) - length + 1):
            if length < len(marked):
                yield marked[at : at + length]


def piece_vectors(stems, vectors, counts):
    """A piece means what the stems with it mean, the commoner ones more."""
    holders = collections.Counter(piece for stem in stems for piece in set(pieces_of(stem)))
    pieces = [piece for piece, held in holders.most_common(MOST_PIECES) if held >= LEAST_HOLDERS]
    ids = {piece: at for at, piece in enumerate(pieces)}
    sums, weights = numpy.zeros((len(pieces), SIZE)), numpy.zeros(len(pieces))
    for stem, vector, count in zip(stems, vectors, counts):
        for piece in sorted(set(pieces_of(stem))):
            if piece in ids:
                sums[ids[piece]] += vector * numpy.log(1 + count)
                weights[ids[piece]] += numpy.log(1 + count)
    return pieces, unit(sums / weights[:, None] - vectors.mean(0), 0.5)


def fnv(data):
    value = 0x811C9DC5
    for one in data:
        value = ((value ^ one) * 0x01000193) & 0xFFFFFFFF
    return value


def checksum(body):
    whole = len(body) // 4 * 4
    return fnv([*struct.unpack(f'<{whole // 4}I', body[:whole]), *body[whole:]])


def write(path, keys, vectors, shares):
    hashes = numpy.array([fnv(map(ord, key)) for key in keys], numpy.uint32)
    hashes, order = numpy.unique(hashes, return_index=True)
    vectors, shares = vectors[order], shares[order]
    scales = numpy.maximum(numpy.abs(vectors).max(axis=1) / 127, 1e-9)
    body = struct.pack('<I', len(hashes)) + hashes.astype('<u4').tobytes() + scales.astype('<f4').tobytes()
    body += numpy.clip(numpy.rint(shares * 255), 1, 255).astype(numpy.uint8).tobytes()
    body += numpy.rint(vectors / scales[:, None]).astype(numpy.int8).tobytes()
    with open(path, 'wb') as file:
        file.write(b'dgwords1' + struct.pack('<HBBI', SIZE, LEAST_LETTERS, MOST_LETTERS, checksum(body)) + body)


def main(texts, pairs, vectors_of_english, engine, out):
    sentences = [line.split() for line in open(texts, encoding='utf8')]
    said = [[side.split() for side in line.split('\t')] for line in open(pairs, encoding='utf8')]
    words = collections.Counter(word for sentence in sentences for word in sentence)
    stem = stems_of(sorted({*words, *(word for _, russian in said for word in russian)}), engine)
    times = collections.Counter()
    for word, count in words.items():
        times[stem[word]] += count
    stems = [one for one, count in times.most_common(MOST_STEMS) if count >= LEAST_TIMES]
    ids = {one: at for at, one in enumerate(stems)}
    counts = numpy.array([times[one] for one in stems], float)
    lines = [[ids.get(stem[word], -1) for word in sentence] for sentence in sentences]
    vectors = decompose(positive_pmi(lines, ids, counts))

    kept = [at for at, one in enumerate(stems) if re.fullmatch('[а-я]+', one)][:MOST_WORDS]
    names, near = [stems[at] for at in kept], unit(vectors[kept])
    english, english_rows, often = glove.read(vectors_of_english)
    table_ids, table = translations(said, {word: at for at, word in enumerate(english)}, often, stem)
    rows = together(near, translated(names, near, table_ids, table, glove.meanings(english_rows, len(english_rows[0]))))

    shares = COMMON / (COMMON + counts[kept] / counts.sum())
    pieces, piece_rows = piece_vectors(names, rows, counts[kept])
    write(
        out,
        [f'<{name}>' for name in names] + pieces,
        numpy.vstack([rows, piece_rows]),
        numpy.concatenate([shares / shares.max(), numpy.ones(len(pieces))]),
    )
    print(f'{out}: {len(names)} stems, {len(pieces)} pieces, from {sum(words.values())} words and {len(said)} pairs')


if __name__ == '__main__':
    main(*sys.argv[1:])
