"""usage: pairs.py FOLDER OUT    what is said in English and in Russian, a pair a line, with a tab between

FOLDER: a folder for each package. Out of catalogues of user interfaces, whose originals are English, and an English-Russian dictionary.
"""
import glob, gzip, os, re, struct, sys

LONGEST = 12
ENGLISH = re.compile("[a-z]+(?:'[a-z]+)?")
RUSSIAN = re.compile('[а-яё]+')
SENTENCE = re.compile(r'(?<=[.!?:])\s+|\n')
NOT_SAID = re.compile(r'%\S+|<[^>]*>|\{[^}]*\}')
KEY_OF_MENU = re.compile(r'[&_](?=\w)')
SENSE = re.compile(r';|\d+[.)>]|\b[абвгде]\)')
IN_ENGLISH = re.compile("[A-Za-z][A-Za-z' ,~-]+")


def pair(english, russian):
    english = ENGLISH.findall(KEY_OF_MENU.sub('', english.lower()))
    russian = [word.replace('ё', 'е') for word in RUSSIAN.findall(KEY_OF_MENU.sub('', russian.lower()))]
    if 0 < len(english) <= LONGEST and 0 < len(russian) <= LONGEST:
        yield ' '.join(english) + '\t' + ' '.join(russian)


def catalogue(data):
    """gettext, compiled"""
    order = '<' if struct.unpack('<I', data[:4])[0] == 0x950412DE else '>'
    count, originals, translations = struct.unpack(order + 'III', data[8:20])

    def at(table, row):
        length, place = struct.unpack(order + 'II', data[table + 8 * row : table + 8 * row + 8])
        return data[place : place + length].decode('utf8', 'ignore').split('\0')[0]

    for row in range(count):
        yield at(originals, row).split('\4')[-1], at(translations, row)


def source_catalogue(text):
    """gettext, as translators have it"""
    for entry in re.split(r'\n\s*\n', text):
        if '#, fuzzy' in entry or '#~' in entry:
            continue

        def field(name):
            found = re.search(name + r'\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', entry)
            joined = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(1))) if found else ''
            return joined.replace('\\n', '\n').replace('\\"', '"')

        yield field('msgid'), field(r'msgstr(?:\[0\])?')


def sentences(english, russian, seen):
    english, russian = NOT_SAID.sub('', english), NOT_SAID.sub('', russian)
    key = english.lower(), russian.lower()
    if key in seen:
        return
    seen.add(key)
    ones, others = SENTENCE.split(english), SENTENCE.split(russian)
    for one, other in zip(ones, others) if len(ones) == len(others) else [(english, russian)]:
        if not RUSSIAN.search(one.lower()):
            yield from pair(one, other)


def entry(head, lines):
    """«evolve | _v. 1) развивать (теорию и т.п.); to evolve a plan наметить план»"""
    if not re.fullmatch("[A-Za-z][A-Za-z' -]*", head):
        return
    text = re.sub(r'\[[^\]]*\]', '', ' '.join(lines))
    text = re.sub(r'\([^)]*\)', '', re.sub(r'_[a-zA-Zа-яА-ЯёЁ]+\.?', '', text))
    for sense in SENSE.split(text):
        said = IN_ENGLISH.search(sense)
        before = sense[: said.start()] if said else sense
        for meaning in before.split(','):
            yield from pair(head, meaning)
        if said:
            yield from pair(said.group(0).replace('~', head), sense[said.end() :])


def dictionary(text):
    head, lines = '', []
    for line in text.split('\n'):
        if not line.strip():
            continue
        if line.startswith(' '):
            lines.append(line.strip())
        else:
            yield from entry(head, lines)
            head, lines = line.strip(), []
    yield from entry(head, lines)


def pairs_of(folder):
    seen = set()
    for path in sorted(glob.glob(f'{folder}/**/*', recursive=True)):
        if os.path.islink(path) or not os.path.isfile(path):
            continue
        try:
            if path.endswith(('.mo', '.gmo')):
                found = list(catalogue(open(path, 'rb').read()))
            elif path.endswith('.po'):
                found = source_catalogue(open(path, encoding='utf8', errors='ignore').read())
            elif path.endswith('dictd/mueller7.dict.dz'):
                yield from dictionary(gzip.open(path).read().decode('utf8', 'ignore'))
                continue
            else:
                continue
            for english, russian in found:
                if english and russian:
                    yield from sentences(english, russian, seen)
        except (OSError, struct.error) as problem:
            print(f'{path}: {problem}', file=sys.stderr)


def main(folder, out):
    with open(out, 'w', encoding='utf8') as file:
        file.writelines(line + '\n' for line in pairs_of(folder))


main(*sys.argv[1:])
