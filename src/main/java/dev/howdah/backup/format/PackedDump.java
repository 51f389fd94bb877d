package dev.howdah.backup.format;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.FileProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongPredicate;

/**
 * The one dump in a gzip, a tar or a tar.gz. Nothing in the file says where anything is put: names
 * and links are read past, and the dump goes into a file that the caller names.
 */
public final class PackedDump {
    private static final Texts TEXTS = Texts.of(PackedDump.class);

    private PackedDump() {}

    /**
     * Reads the file as far as its packing needs; interrupting the thread ends it.
     *
     * @throws ProblemException also when it is damaged
     */
    public static DumpInside in(Path file) throws ProblemException {
        try (InputStream raw = Files.newInputStream(file)) {
            Copied counted = new Copied(OutputStream.nullOutputStream(), Long.MAX_VALUE, _ -> true);
            Walk walk = new Walk(counted);
            walk.look(new CountedInput(raw), 0);
            return walk.found();
        } catch (Unsound _) {
            throw changed(file);
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /**
     * Writes the first dump that is found. Whatever {@code into} holds afterwards belongs to the
     * caller, also when it was ended early.
     *
     * @param into must not exist
     * @param bytes so many are expected, and no more are written
     * @param goOn is told now and then how many have been written; says whether to go on
     * @return whether it was unpacked as a whole
     */
    public static boolean unpack(Path file, Path into, long bytes, LongPredicate goOn)
            throws ProblemException {
        try (InputStream raw = Files.newInputStream(file);
                OutputStream out =
                        Files.newOutputStream(
                                into, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Copied copied = new Copied(out, bytes, goOn);
            new Walk(copied).look(new CountedInput(raw), 0);
            if (copied.bytes < bytes) {
                throw changed(file);
            }
            return true;
        } catch (Ended _) {
            return false;
        } catch (Unsound _) {
            throw changed(file);
        } catch (IOException e) {
            throw FileProblems.of(e, into);
        }
    }

    private static ProblemException changed(Path file) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOCAL,
                        TEXTS.text("packed.changed", file.getFileName()),
                        TEXTS.text("packed.changed.remedy")));
    }

    /** It was to go on no longer. */
    private static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the bytes of the first dump, and no more than were expected. */
    private static final class Copied {
        private static final long TELL_EVERY = 1 << 22;

        private final OutputStream out;
        private final long most;
        private final LongPredicate goOn;
        private long bytes;
        private long told;

        Copied(OutputStream out, long most, LongPredicate goOn) {
            this.out = out;
            this.most = most;
            this.goOn = goOn;
        }

        void take(byte[] some, int count) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            if (count > most - bytes) {
                throw Unsound.tooLong();
            }
            out.write(some, 0, count);
            bytes += count;
            if (bytes - told >= TELL_EVERY) {
                told = bytes;
                if (!goOn.test(bytes)) {
                    throw new Ended();
                }
            }
        }
    }

    /** One way through a file, into what is packed in it. */
    private static final class Walk {
        /** A dump.gz in a tar.gz is as deep as anybody packs. */
        private static final int DEEPEST = 3;

        private final Copied first;
        private int dumps;
        private int texts;
        private int folders;
        private int depthOfFirst;

        Walk(Copied first) {
            this.first = first;
        }

        DumpInside found() {
            if (dumps > 1) {
                return new DumpInside.Several(dumps);
            }
            if (dumps == 1) {
                return depthOfFirst == 0
                        ? new DumpInside.Itself()
                        : new DumpInside.Packed(first.bytes);
            }
            return folders > 0
                    ? new DumpInside.Folder()
                    : texts > 0 ? new DumpInside.Sql() : new DumpInside.Nothing();
        }

        void look(CountedInput in, int depth) throws IOException {
            switch (ContentCheck.formatOf(in)) {
                case CUSTOM_DUMP -> {
                    if (DumpArchiveCheck.isCustom(in.peek(ContentCheck.HEAD))) {
                        dump(in, depth);
                    } else {
                        folders++;
                    }
                }
                case PLAIN_SQL -> texts++;
                case GZIP -> {
                    if (depth < DEEPEST) {
                        try (GzipContent content = new GzipContent(in)) {
                            look(new CountedInput(content), depth + 1);
                        }
                    }
                }
                case TAR -> tar(in, depth);
                case ZIP, OTHER -> {}
            }
        }

        /** That of pg_dump is a dump as it is; in another one there may be some. */
        private void tar(CountedInput in, int depth) throws IOException {
            if (TarMembers.name(in.peek(ContentCheck.HEAD)).equals(DumpArchiveCheck.CONTENTS)) {
                dump(in, depth);
            } else if (depth < DEEPEST) {
                new TarMembers(in).run((_, content) -> look(new CountedInput(content), depth + 1));
            }
        }

        private void dump(CountedInput in, int depth) throws IOException {
            dumps++;
            if (dumps > 1) {
                return;
            }
            depthOfFirst = depth;
            if (depth > 0) {
                byte[] some = new byte[1 << 16];
                for (int count = in.some(some, 0, some.length);
                        count >= 0;
                        count = in.some(some, 0, some.length)) {
                    first.take(some, count);
                }
            }
        }
    }
}
