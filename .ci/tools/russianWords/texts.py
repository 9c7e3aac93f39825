"""usage: texts.py FOLDER NLU OUT    one sentence a line, in lower case, out of the Russian files of many packages

FOLDER: a folder for each package. NLU: engine/nlu, whose ready intents and background are texts too.
"""
import bz2, glob, gzip, html, io, json, os, re, struct, sys, unicodedata, zipfile

CYRILLIC = re.compile('[а-яё]', re.I)
OTHER_CYRILLIC = re.compile('[іїєґўәғқңөұүһ]', re.I)
TOKEN = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")
SENTENCE = re.compile(r'(?<=[.!?;])\s+(?=[А-ЯЁA-Z«"—-])')
NO_TEXT = ('.png', '.jpg', '.svg', '.svgz', '.ogg', '.gif', '.ttf', '.so', '.wav', '.dat', '.u8', '.aff', '.pdf', '.epub', '.db', '.idx')


def catalogue(data):
    """gettext, compiled"""
    order = '<' if struct.unpack('<I', data[:4])[0] == 0x950412DE else '>'
    count, _, table = struct.unpack(order + 'III', data[8:20])
    for at in range(count):
        length, place = struct.unpack(order + 'II', data[table + 8 * at : table + 8 * at + 8])
        yield from data[place : place + length].decode('utf8', 'ignore').split('\0')[:3]


def source_catalogue(text):
    """gettext, as translators have it"""
    for entry in re.split(r'\n\s*\n', text):
        if '#, fuzzy' in entry or '#~' in entry:
            continue
        for found in re.finditer(r'msgstr(?:\[\d\])?\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', entry):
            joined = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(1)))
            yield joined.replace('\\n', '\n').replace('\\"', '"').replace('\\t', ' ')


def qt_catalogue(data):
    """Qt, compiled: translations stand as a 3, their length and UTF-16"""
    at = 0
    while (at := data.find(b'\x03', at)) >= 0 and at + 5 <= len(data):
        (length,) = struct.unpack('>I', data[at + 1 : at + 5])
        if 2 <= length < 20000 and length % 2 == 0 and at + 5 + length <= len(data):
            text = data[at + 5 : at + 5 + length].decode('utf-16-be', 'ignore')
            if CYRILLIC.search(text):
                yield text
                at += 5 + length
                continue
        at += 1


def without_markup(text):
    text = re.sub(r'(?is)<(script|style|pre|screen|programlisting|code)\b.*?</\1>', ' ', text)
    text = re.sub(r'(?i)</?(p|para|li|h\d|title|div|td|th|tr|dt|dd|br|simpara|item|page|section)\b[^>]*>', '\n', text)
    return html.unescape(re.sub(r'<[^>]*>', '', text))


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key != '@metadata':
                yield from strings(one)


def descriptions(text):
    for found in re.finditer(r'Description-ru: (.*?)(?:\n\n|\Z)', text, re.S):
        yield re.sub(r'\n \.\n', '\n\n', found.group(1)).replace('\n ', ' ').replace('\n\n', '\n')


def texts_of(path, data):
    name = path.lower()
    if name.endswith(NO_TEXT) and 'th_ru' not in name:
        return
    for ending, unpack in (('.gz', gzip.decompress), ('.dz', gzip.decompress), ('.bz2', bz2.decompress)):
        if name.endswith(ending):
            data, name = unpack(data), name[: -len(ending)]
    if name.endswith(('.jar', '.xpi', '.zip')):
        archive = zipfile.ZipFile(io.BytesIO(data))
        for inner in sorted(archive.namelist()):
            if inner.endswith(('.ftl', '.properties', '.dtd', '.html', '.xhtml', '.po')):
                yield from texts_of(inner, archive.read(inner))
        return
    if name.endswith(('.mo', '.gmo')):
        return (yield from catalogue(data))
    if name.endswith('.qm'):
        return (yield from qt_catalogue(data))
    try:
        text = data.decode('utf8')
    except UnicodeDecodeError:
        text = data.decode('koi8-r', 'ignore')
    if name.endswith('.po'):
        yield from source_catalogue(text)
    elif name.endswith('.json'):
        yield from strings(json.loads(text))
    elif name.endswith('translation-ru'):
        yield from descriptions(text)
    elif re.search(r'\.[1-8]$', name) or '/man/' in name:
        text = re.sub(r'(?m)^\.\\".*$|^\.[A-Za-z]+ ?', '', text)
        yield re.sub(r'\n(?=\S)', ' ', re.sub(r'\\f.|\\-|\\&|\\\(..', '', text))
    else:
        if name.endswith('.properties'):
            text = re.sub(r'\\u([0-9a-fA-F]{4})', lambda code: chr(int(code.group(1), 16)), text)
        yield without_markup(text)


def lines_of(text):
    text = text.replace('\u0301', '').replace('\xad', '')
    text = re.sub(r'&(?=[A-Za-zА-Яа-яЁё])|_(?=[а-яёА-ЯЁ])', '', text)  # keys of menus
    text = re.sub(r'(%\d?\$?[sdifu]|%\([a-z_]+\)[sd]|%\d|\{[^}]*\}|\$[A-Z_a-z]+|@[a-z_]+@|https?://\S+)', ' ', text)
    for line in re.split(r'\n+|\\n', text):
        line = re.sub(r'\s+', ' ', line).strip()
        letters = len(CYRILLIC.findall(line))
        if letters >= 3 and letters >= len(line) * 0.45 and not OTHER_CYRILLIC.search(line):
            yield line


def tokens_of(sentence):
    """As the engine reads words: engine/nlu/normalise.ts"""
    text = unicodedata.normalize('NFKC', sentence).lower().replace('ё', 'е')
    text = re.sub(r'([^\W\d_])\1{2,}', r'\1\1', text)
    tokens = ['#' if token.isdigit() else token for token in TOKEN.findall(text)]
    tokens = [token for token in tokens if token == '#' or re.search('[а-я]', token) or len(token) < 12]
    russian = sum(1 for token in tokens if re.search('[а-я]', token))
    return tokens if russian >= 1 and russian >= 0.4 * len(tokens) else []


def thesaurus(path):
    head = ''
    for line in open(path, encoding='utf8'):
        if line.startswith('('):
            # Three times: that two words stand for one another is worth more than that they once stood together.
            for _ in range(3):
                yield ' '.join([head, *line.strip().split('|')[1:]])
        else:
            head = line.split('|')[0]


def main(folder, nlu, out):
    seen = set()
    with open(out, 'w', encoding='utf8') as file:

        def put(sentence):
            tokens = tokens_of(sentence)
            if tokens:
                file.write(' '.join(tokens) + '\n')

        for place, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(place, name)
                if os.path.islink(path) or name == 'copyright':
                    continue
                if name == 'th_ru_RU_v2.dat':
                    for sentence in thesaurus(path):
                        put(sentence)
                    continue
                try:
                    for text in texts_of(path, open(path, 'rb').read()):
                        for line in lines_of(text):
                            if line.lower() not in seen:
                                seen.add(line.lower())
                                for sentence in SENTENCE.split(line):
                                    put(sentence)
                except (ValueError, OSError, struct.error, zipfile.BadZipFile, EOFError) as problem:
                    print(f'{path}: {problem}', file=sys.stderr)
        for path in [*sorted(glob.glob(f'{nlu}/readyIntents/ru*.ts')), f'{nlu}/background/ru.ts']:
            for line in open(path, encoding='utf8'):
                line = line.strip().strip("',`")
                if CYRILLIC.search(line) and not line.startswith(('/', '*')):
                    for sentence in re.split("', '", line):
                        put(sentence)


main(*sys.argv[1:])
