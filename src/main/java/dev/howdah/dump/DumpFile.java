package dev.howdah.dump;

import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.file.BackupFileCheck;
import dev.howdah.backup.format.DumpInside;
import dev.howdah.backup.format.PackedDump;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.file.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * A file that can be restored, because it is whole and one dump is in it.
 *
 * @param folder where a packed one is unpacked
 * @param dump what pg_restore reads: the file itself, or what will be unpacked from it
 * @param bytes of the unpacked dump; 0 when the file itself is one
 * @param judgement whether it is whole, in a sentence
 */
record DumpFile(Path file, Path folder, Path dump, long bytes, String judgement) {
    private static final Texts TEXTS = Texts.of(DumpFile.class);

    /** A disk that is filled to its last byte stops more than a restore. */
    private static final long RESERVE_BYTES = 64L << 20;

    /**
     * Reads all of it; interrupting the thread ends that.
     *
     * @throws ProblemException when it is damaged, or nothing in it can be restored here
     */
    static DumpFile of(Path file, Path folder) throws ProblemException {
        FileVerdict verdict = BackupFileCheck.of(file);
        if (verdict.soundness() == FileVerdict.Soundness.BROKEN) {
            throw refused(verdict.sentence(), "restore.broken");
        }
        String judgement = verdict.sentence();
        return switch (PackedDump.in(file)) {
            case DumpInside.Itself _ -> new DumpFile(file, folder, file, 0, judgement);
            case DumpInside.Packed(long bytes) -> {
                requireRoom(folder, bytes);
                Path dump = ToolFiles.dumpIn(folder);
                yield new DumpFile(file, folder, dump, bytes, judgement);
            }
            case DumpInside.Sql _ -> throw refused(TEXTS.text("restore.sql"), "restore.sql");
            case DumpInside.Folder _ ->
                    throw refused(TEXTS.text("restore.folder"), "restore.folder");
            case DumpInside.Several(int dumps) ->
                    throw refused(TEXTS.text("restore.several", dumps), "restore.several");
            case DumpInside.Nothing _ ->
                    throw refused(TEXTS.text("restore.nothing"), "restore.nothing");
        };
    }

    private static ProblemException refused(String sentence, String key) {
        return new ProblemException(
                Problem.of(Problem.Kind.BAD_INPUT, sentence, TEXTS.text(key + ".remedy")));
    }

    private static void requireRoom(Path folder, long bytes) throws ProblemException {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long room = Files.getFileStore(existing).getUsableSpace() - RESERVE_BYTES;
            if (room < bytes) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.LOCAL,
                                TEXTS.text(
                                        "restore.noRoom",
                                        Quantities.bytes((double) bytes),
                                        folder,
                                        Quantities.bytes((double) Math.max(0, room))),
                                TEXTS.text("restore.noRoom.remedy")));
            }
        } catch (IOException e) {
            throw FileProblems.of(e, folder);
        }
    }

    boolean isPacked() {
        return !dump.equals(file);
    }

    /** What should be known before it is restored, each a sentence. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(List.of(judgement));
        if (isPacked()) {
            remarks.add(TEXTS.text("restore.unpacked", Quantities.bytes((double) bytes), folder));
        }
        return remarks;
    }

    /** Makes room for the unpacked dump, which is gone when this is closed. */
    ToolFiles reserved() throws ProblemException {
        try {
            ToolFiles.sweep(folder);
            requireRoom(folder, bytes);
            return ToolFiles.of(dump);
        } catch (IOException e) {
            throw FileProblems.of(e, folder);
        }
    }

    /**
     * Unpacks it.
     *
     * @param goOn is told how many bytes are written; says whether to go on
     * @return whether all of it is there
     */
    boolean unpacked(LongPredicate goOn) throws ProblemException {
        return PackedDump.unpack(file, dump, bytes, goOn);
    }
}
