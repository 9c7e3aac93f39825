const BY_EXTENSION: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  zip: 'application/zip',
};
const UNKNOWN = 'application/octet-stream';

/** MIME of a file by what its server said; where that says nothing, by the extension of its name. */
export function mediaType(name: string, contentType: string | undefined): string {
  const said = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (/^[\w.+-]+\/[\w.+-]+$/.test(said) && said !== UNKNOWN && said !== 'binary/octet-stream')
    return said === 'image/jpg' ? 'image/jpeg' : said;
  return BY_EXTENSION[extensionOf(name)] ?? UNKNOWN;
}

/** Channels show the name and pick a viewer by its extension, so one that lacks it gets the type's usual one. */
export function nameWithExtension(name: string, type: string): string {
  if (extensionOf(name) !== '') return name;
  const extension = Object.keys(BY_EXTENSION).find((key) => BY_EXTENSION[key] === type);
  return extension === undefined ? name : `${name}.${extension}`;
}

function extensionOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
