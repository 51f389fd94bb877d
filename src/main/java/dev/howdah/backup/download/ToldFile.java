package dev.howdah.backup.download;

import dev.howdah.backup.FileVerdict;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.util.OptionalLong;

/**
 * What a provider says of a file besides its bytes.
 *
 * @param totalBytes empty when not told
 */
record ToldFile(String name, OptionalLong totalBytes) {
    private static final Texts TEXTS = Texts.of(ToldFile.class);

    static ToldFile nothing() {
        return new ToldFile("", OptionalLong.empty());
    }

    /** Of a name for the file: ".tar.gz". */
    String ending() {
        return name.endsWith(".tar.gz")
                ? ".tar.gz"
                : name.lastIndexOf('.') > 0 ? name.substring(name.lastIndexOf('.')) : ".backup";
    }

    /**
     * It weighs more than what the file says of itself.
     *
     * @param bytes that have arrived
     * @param isSumTold whether a checksum was told, too, and {@code byItself} knows it
     */
    FileVerdict judged(FileVerdict byItself, long bytes, boolean isSumTold) {
        if (byItself.soundness() == FileVerdict.Soundness.BROKEN) {
            return byItself;
        }
        if (totalBytes.isPresent() && totalBytes.getAsLong() != bytes) {
            return new FileVerdict(
                    FileVerdict.Soundness.BROKEN,
                    byItself.format(),
                    Math.min(totalBytes.getAsLong(), bytes),
                    TEXTS.text(
                            "check.otherLength",
                            Quantities.count(bytes),
                            Quantities.count(totalBytes.getAsLong())),
                    byItself.sha256());
        }
        return isSumTold ? byItself : byItself.adding(TEXTS.text("check.noSumTold"));
    }
}
