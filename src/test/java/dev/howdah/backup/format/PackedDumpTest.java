package dev.howdah.backup.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.backup.SomeBackupFiles;
import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packed dump is found, and comes out where the caller says and nowhere else. */
class PackedDumpTest {
    private static final byte[] DUMP = SomeBackupFiles.custom(116, 1);

    @TempDir Path folder;

    @Test
    void findsTheOneDumpHoweverItIsPacked() throws Exception {
        byte[] tar = SomeBackupFiles.tarDump();
        Map<String, byte[]> withText = new LinkedHashMap<>();
        withText.put("readme.txt", SomeBackupFiles.sql());
        withText.put("20261121_shop.pgsql", DUMP);

        assertEquals(new DumpInside.Itself(), inside(DUMP));
        assertEquals(new DumpInside.Itself(), inside(tar));
        DumpInside packed = new DumpInside.Packed(DUMP.length);
        assertEquals(packed, inside(SomeBackupFiles.tarGz()));
        assertEquals(packed, inside(SomeBackupFiles.gzip(DUMP)));
        assertEquals(packed, inside(SomeBackupFiles.tar(Map.of("a", SomeBackupFiles.gzip(DUMP)))));
        assertEquals(packed, inside(SomeBackupFiles.gzip(SomeBackupFiles.tar(withText))));
        assertEquals(new DumpInside.Packed(tar.length), inside(SomeBackupFiles.gzip(tar)));
    }

    @Test
    void saysWhatElseIsInIt() throws Exception {
        byte[] sql = SomeBackupFiles.sql();
        byte[] folderContents = DUMP.clone();
        folderContents[10] = 5;

        assertEquals(new DumpInside.Sql(), inside(sql));
        assertEquals(new DumpInside.Sql(), inside(SomeBackupFiles.gzip(sql)));
        assertEquals(new DumpInside.Sql(), inside(SomeBackupFiles.tar(Map.of("x.sql", sql))));
        assertEquals(
                new DumpInside.Several(2),
                inside(SomeBackupFiles.tar(Map.of("a.dump", DUMP, "b.dump", DUMP))));
        assertEquals(
                new DumpInside.Folder(),
                inside(SomeBackupFiles.tar(Map.of("shop/toc.dat", folderContents))));
        assertEquals(
                new DumpInside.Nothing(),
                inside(SomeBackupFiles.tar(Map.of("PG_VERSION", new byte[] {'1', '8'}))));
        assertEquals(new DumpInside.Nothing(), inside(SomeBackupFiles.zip(DUMP)));
    }

    /** The names would lead elsewhere, a link too; nothing of that is even tried. */
    @Test
    void unpacksWhereItIsToldWhateverTheNamesInItSay() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Map<String, byte[]> names = new LinkedHashMap<>();
        names.put("../evil", new byte[] {'x'});
        names.put(folder.resolve("evil").toString(), new byte[] {'x'});
        names.put("../../" + folder.getFileName() + "/out", DUMP);
        byte[] tar = SomeBackupFiles.tar(names);
        byte[] link = SomeBackupFiles.tar(Map.of("out", new byte[0]));
        asLink(link, "../evil");
        byte[] both = Arrays.copyOf(link, 512 + tar.length);
        System.arraycopy(tar, 0, both, 512, tar.length);
        Path file = file(SomeBackupFiles.gzip(both));
        Path out = inner.resolve("out");

        assertEquals(new DumpInside.Packed(DUMP.length), PackedDump.in(file));
        assertTrue(PackedDump.unpack(file, out, DUMP.length, _ -> true));

        assertArrayEquals(DUMP, Files.readAllBytes(out));
        assertEquals(List.of("inner", "inner/out", "packed"), files());
        assertThrows(
                ProblemException.class,
                () -> PackedDump.unpack(file, out, DUMP.length, _ -> true),
                "never over a file");
    }

    @Test
    void writesNoMoreThanWasExpected() throws Exception {
        Path file = file(SomeBackupFiles.tarGz());

        ProblemException more =
                assertThrows(
                        ProblemException.class,
                        () ->
                                PackedDump.unpack(
                                        file, folder.resolve("a"), DUMP.length - 1, _ -> true));
        assertEquals(
                "The file packed is not what it was a moment ago, or is damaged.",
                more.problem().sentence());
        assertTrue(Files.size(folder.resolve("a")) < DUMP.length);
        assertThrows(
                ProblemException.class,
                () -> PackedDump.unpack(file, folder.resolve("b"), DUMP.length + 1, _ -> true));
    }

    @Test
    void endsWhenItIsToldTo() throws Exception {
        byte[] large = new byte[9 << 20];
        new Random(3).nextBytes(large);
        System.arraycopy(DUMP, 0, large, 0, DUMP.length);
        Path file = file(SomeBackupFiles.tar(Map.of("large", large)));
        List<Long> told = new ArrayList<>();

        assertFalse(
                PackedDump.unpack(
                        file,
                        folder.resolve("out"),
                        large.length,
                        written -> {
                            told.add(written);
                            return told.size() < 2;
                        }));

        assertEquals(2, told.size());
        assertTrue(Files.size(folder.resolve("out")) < large.length);
    }

    @Test
    void refusesAPackingThatIsCut() throws Exception {
        byte[] whole = SomeBackupFiles.tarGz();
        for (int length = 1; length < whole.length; length += 7) {
            Path cut = file(Arrays.copyOf(whole, length));
            DumpInside inside;
            try {
                inside = PackedDump.in(cut);
            } catch (ProblemException _) {
                continue;
            }
            assertEquals(new DumpInside.Nothing(), inside, "cut at " + length);
        }
    }

    private static void asLink(byte[] header, String to) {
        header[156] = '2';
        byte[] name = to.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, header, 157, name.length);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header[i] & 0xff;
        }
        byte[] octal =
                "%06o\0 ".formatted(sum).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(octal, 0, header, 148, octal.length);
    }

    private DumpInside inside(byte[] content) throws Exception {
        return PackedDump.in(file(content));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("packed"), content);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> !each.equals(folder))
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
