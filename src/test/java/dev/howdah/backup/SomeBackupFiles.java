package dev.howdah.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small backups of every format, written byte by byte as the formats are documented. */
public final class SomeBackupFiles {
    private static final String ROWS =
            "1\tA-1\t2026-11-21 12:00:00+00\n2\tB-7\t2026-11-21 12:00:01+00\n".repeat(20);

    private SomeBackupFiles() {}

    /** One of each by name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("custom 1.16 zlib", custom(116, 1));
        all.put("custom 1.15 plain", custom(115, 0));
        all.put("custom 1.14 zlib", custom(114, 1));
        all.put("custom 1.13 plain", custom(113, 0));
        all.put("tar of pg_dump", tarDump());
        all.put("tar.gz", tarGz());
        all.put("sql", sql());
        all.put("sql.gz", gzip(sql()));
        all.put("zip", zip(custom(116, 1)));
        return all;
    }

    /** What Scalingo gives: a dump in the custom format in a tar.gz. */
    public static byte[] tarGz() {
        return gzip(tar(Map.of("20261121_shop.pgsql", custom(116, 1))));
    }

    public static byte[] sql() {
        return text(
                """
                --
                -- PostgreSQL database dump
                --

                \\restrict kZq8

                SET statement_timeout = 0;
                CREATE TABLE orders.lines (id bigint, sku text, at timestamptz);
                COPY orders.lines (id, sku, at) FROM stdin;
                %s\\.

                --
                -- PostgreSQL database dump complete
                --

                \\unrestrict kZq8

                """
                        .formatted(ROWS));
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] zip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("shop.dump"));
            zip.write(content);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(text("Made by the provider.\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * pg_dump --format=custom with two tables, large objects, and a table without data.
     *
     * @param version 113 for 1.13
     * @param algorithm 0 for none, 1 for zlib
     */
    public static byte[] custom(int version, int algorithm) {
        // the offsets stand in the contents, whose length does not depend on them
        int contents = new Custom(version, algorithm, 0).contents(new int[3]).size();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int[] offsets = new int[3];
        for (int i = 0; i < 3; i++) {
            offsets[i] = contents + data.size();
            data.writeBytes(new Custom(version, algorithm, i).block(i == 2));
        }
        ByteArrayOutputStream whole = new Custom(version, algorithm, 0).contents(offsets);
        whole.writeBytes(data.toByteArray());
        return whole.toByteArray();
    }

    public static byte[] tarDump() {
        ByteArrayOutputStream toc = new Custom(116, 0, 0).contentsOfTar("11.dat", "12.dat");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("toc.dat", toc.toByteArray());
        files.put("11.dat", text(ROWS));
        files.put("12.dat", text(ROWS + "\\.\n"));
        files.put("restore.sql", text("--\n-- NOTE:\n--\n-- File paths need to be edited.\n"));
        return tar(files);
    }

    public static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            byte[] header = new byte[512];
            put(header, 0, name);
            put(header, 100, "0000600\0");
            put(header, 108, "0000000\0");
            put(header, 116, "0000000\0");
            put(header, 124, "%011o ".formatted(content.length));
            put(header, 136, "14717632000 ");
            put(header, 148, "        ");
            put(header, 156, "0");
            put(header, 257, "ustar\00000");
            int sum = 0;
            for (byte each : header) {
                sum += each & 0xff;
            }
            put(header, 148, "%06o\0 ".formatted(sum));
            tar.writeBytes(header);
            tar.writeBytes(content);
            tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
        });
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text(text);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes an archive as pg_backup_archiver.c does. */
    private record Custom(int version, int algorithm, int table) {

        ByteArrayOutputStream contents(int[] offsets) {
            ByteArrayOutputStream out = head(1);
            integer(out, 5);
            entry(out, 9, "TABLE", false);
            offset(out, 3, 0);
            for (int i = 0; i < 3; i++) {
                entry(out, 11 + i, i == 2 ? "BLOBS" : "TABLE DATA", true);
                offset(out, 2, offsets[i]);
            }
            entry(out, 20, "INDEX", false);
            offset(out, 3, 0);
            return out;
        }

        ByteArrayOutputStream contentsOfTar(String... files) {
            ByteArrayOutputStream out = head(3);
            integer(out, files.length);
            for (int i = 0; i < files.length; i++) {
                entry(out, 11 + i, "TABLE DATA", true);
                string(out, files[i]);
            }
            return out;
        }

        private ByteArrayOutputStream head(int format) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(text("PGDMP"));
            out.writeBytes(new byte[] {1, (byte) (version - 100), 0, 4, 8, (byte) format});
            if (version >= 115) {
                out.write(algorithm);
            } else {
                integer(out, algorithm == 0 ? 0 : -1);
            }
            for (int part : new int[] {7, 0, 12, 21, 10, 126, 0}) {
                integer(out, part);
            }
            string(out, "shop");
            string(out, "18.0");
            string(out, "18.0");
            return out;
        }

        private void entry(ByteArrayOutputStream out, int id, String kind, boolean dumper) {
            integer(out, id);
            integer(out, dumper ? 1 : 0);
            string(out, "1259");
            string(out, Integer.toString(16_384 + id));
            string(out, "lines" + id);
            string(out, kind);
            integer(out, dumper ? 3 : 2);
            string(out, dumper ? "" : "CREATE TABLE orders.lines (id bigint);\n");
            string(out, "");
            string(out, dumper ? "COPY orders.lines (id, sku, at) FROM stdin;\n" : null);
            string(out, "orders");
            string(out, null);
            if (version >= 114) {
                string(out, "heap");
            }
            if (version >= 116) {
                integer(out, 'r');
            }
            string(out, "orders");
            string(out, "false");
            string(out, "9");
            string(out, null);
        }

        byte[] block(boolean largeObjects) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(largeObjects ? 3 : 1);
            integer(out, 11 + table);
            if (largeObjects) {
                integer(out, 16_500);
            }
            byte[] rows = algorithm == 0 ? text(ROWS) : deflated(text(ROWS));
            int half = rows.length / 2;
            integer(out, half);
            out.write(rows, 0, half);
            integer(out, rows.length - half);
            out.write(rows, half, rows.length - half);
            integer(out, 0);
            if (largeObjects) {
                integer(out, 0);
            }
            return out.toByteArray();
        }

        private static byte[] deflated(byte[] content) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
                deflater.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private static void integer(ByteArrayOutputStream out, int number) {
            out.write(number < 0 ? 1 : 0);
            for (int i = 0; i < 4; i++) {
                out.write(Math.abs(number) >> (8 * i));
            }
        }

        private static void string(
                ByteArrayOutputStream out, @org.jspecify.annotations.Nullable String text) {
            integer(out, text == null ? -1 : text.length());
            if (text != null) {
                out.writeBytes(text(text));
            }
        }

        private static void offset(ByteArrayOutputStream out, int state, long offset) {
            out.write(state);
            for (int i = 0; i < 8; i++) {
                out.write((int) (offset >> (8 * i)));
            }
        }
    }
}
