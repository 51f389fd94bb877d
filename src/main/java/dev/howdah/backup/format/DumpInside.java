package dev.howdah.backup.format;

/** What a file of a backup has in it that pg_restore could read. */
public sealed interface DumpInside {

    /** The file itself is a dump. */
    record Itself() implements DumpInside {}

    /**
     * One dump, packed.
     *
     * @param bytes that it has when it is unpacked
     */
    record Packed(long bytes) implements DumpInside {}

    /** No dump but SQL, which pg_restore does not read. */
    record Sql() implements DumpInside {}

    /** A dump in pg_dump's directory format, which is many files. */
    record Folder() implements DumpInside {}

    /** More than one. */
    record Several(int dumps) implements DumpInside {}

    /** None. */
    record Nothing() implements DumpInside {}
}
