package dev.howdah.backup;

/**
 * What is known about a backup's file after all of it was read.
 *
 * @param atByte for one that is not whole: where it ends, or before which byte it is damaged; else
 *     its length
 * @param sentence the judgement in a full sentence
 * @param sha256 of the whole file in hexadecimal digits; empty when reading stopped before its end
 */
public record FileVerdict(
        Soundness soundness, BackupFormat format, long atByte, String sentence, String sha256) {

    /** The same with one more sentence. */
    public FileVerdict adding(String more) {
        return new FileVerdict(soundness, format, atByte, sentence + " " + more, sha256);
    }

    /** How sure it is that every byte is there and right. */
    public enum Soundness {
        /** A checksum covers the content, and it is right. */
        PROVEN,
        /** It goes to its end, but has no checksum over everything, so a byte may be wrong. */
        COMPLETE,
        /** It ends too early, or is damaged. */
        BROKEN,
        /** Nothing in it says where it should end. */
        UNKNOWN
    }
}
