/** The most entries that are looked at: a document has some dozens. */
const mostEntries = 2000;

/** The names in the directory of a ZIP archive; none where the bytes are no whole archive. Nothing is unpacked. */
export function fileNamesIn(archive: Buffer): string[] {
  if (archive.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return [];
  // The end of the directory is the last record, before a comment of at most 65.535 bytes.
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > archive.length) return [];
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (entries > mostEntries) return [];
  const names: string[] = [];
  for (let i = 0; i < entries; i++) {
    if (at + 46 > end || archive.subarray(at, at + 4).toString('latin1') !== 'PK\x01\x02') return [];
    const nameLength = archive.readUInt16LE(at + 28);
    names.push(archive.subarray(at + 46, at + 46 + nameLength).toString('utf8'));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return names;
}
