package dev.howdah.pg.proof.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.GapTexts;
import dev.howdah.pg.proof.SomeCertificates;
import dev.howdah.pg.proof.Unknown;
import dev.howdah.pg.proof.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts, and the page that is handed on. */
class CertificateReportTest {
    private static final Gap UNREADABLE =
            new Gap(Gap.Kind.NOT_READABLE, "sales", "", "", List.of("a", "b"), 3);
    private static final Gap WRITABLE =
            new Gap(Gap.Kind.WRITABLE, "sales", "", "public", List.of("a"), 1);
    private static final Unknown LOCKED =
            new Unknown(Unknown.Reason.TRIAL, "sales.a", "55P03 lock timeout");

    @TempDir private Path folder;

    @Test
    void theWorstFindingMakesTheVerdict() {
        assertEquals(
                List.of(
                        Verdict.PROVEN,
                        Verdict.GAPS,
                        Verdict.UNPROVEN,
                        Verdict.UNPROVEN,
                        Verdict.NOT_READ_ONLY),
                List.of(
                        verdict(List.of(), List.of()),
                        verdict(List.of(UNREADABLE), List.of()),
                        verdict(List.of(), List.of(LOCKED)),
                        verdict(List.of(UNREADABLE), List.of(LOCKED)),
                        verdict(List.of(UNREADABLE, WRITABLE), List.of(LOCKED))));
    }

    private static Verdict verdict(List<Gap> gaps, List<Unknown> unknowns) {
        return SomeCertificates.of("reader", gaps, unknowns).verdict();
    }

    @Test
    void saysEverythingOnOnePageOfText() throws Exception {
        Path file = folder.resolve("report.txt");
        new CertificateReport(
                        SomeCertificates.of(
                                "reader", List.of(UNREADABLE, WRITABLE), List.of(LOCKED)))
                .saveText(file);

        assertEquals(
                """
                Access of reader on shop

                reader is not read-only: it reads 412 of 412 tables, writes 0, and has 2 gaps.

                Server: shop (db.example:5432), PostgreSQL 18.6
                Taken at: 2026-11-21T12:00:00Z
                Tried through a throw-away login that was a member of the role.

                Database shop
                  - By catalog, in shop: reads 412 of 412 tables, can write 0.
                  - By catalog: reads 1 of 1 sequence.
                  - By catalog: will read the later tables of 2 of 2 owners, counted in each schema.
                  - By deed: 200 of 200 tables could be read, 0 of 190 could be written; 412 could have been tried.
                  - By deed: a table could be made in 0 of 3 schemas.
                  - By deed: a new table of 1 of 1 owner was readable; of 2 in all, the others by catalog only.
                  - By catalog only: TRUNCATE, which would lock others out; sequences, whose moves are not rolled back; foreign tables.
                  - 3 tables in the schema sales can't be read: a, b and 1 more.
                      GRANT SELECT ON TABLE "sales"."a", "sales"."b" TO "reader";
                  - A table in the schema sales can be written through everybody (PUBLIC): a.
                      REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON TABLE "sales"."a" FROM PUBLIC;
                  - A trial came to no answer: sales.a. 55P03 lock timeout
                  - read a table | allowed | expected: allowed | tried | sales.orders
                """,
                Files.readString(file));
    }

    @Test
    void everyKindOfGapHasASingularAndAPlural() {
        for (Gap.Kind kind : Gap.Kind.values()) {
            List<String> objects = kind == Gap.Kind.PROBE ? List.of("NOTIFY") : List.of("x");
            for (long count : new long[] {1, 2}) {
                String sentence =
                        GapTexts.sentence(new Gap(kind, "s", "o", "g", objects, count), "r");
                assertTrue(sentence.matches("(?s)[A-Zr2].*\\."), sentence);
                assertFalse(sentence.contains("{"), sentence);
            }
        }
        for (Unknown.Reason reason : Unknown.Reason.values()) {
            assertFalse(GapTexts.sentence(new Unknown(reason, "x", "y")).contains("{"));
        }
    }

    @Test
    void hostileNamesStayTextInThePage() throws Exception {
        String hostile = "<script>alert('x')</script>\u202E&\"\n%s";
        Path file = folder.resolve("report.html");
        new CertificateReport(
                        SomeCertificates.of(
                                hostile,
                                List.of(Gap.of(Gap.Kind.NOT_READABLE, hostile, List.of(hostile))),
                                List.of(new Unknown(Unknown.Reason.TRIAL, hostile, hostile))))
                .saveHtml(file);

        String page = Files.readString(file);
        assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\\u202E&amp;"));
        assertFalse(page.contains("\u202E"));
        Matcher tags = Pattern.compile("<(/?[a-zA-Z0-9]+)").matcher(page);
        List<String> foreign =
                tags.results()
                        .map(tag -> tag.group(1).replace("/", ""))
                        .filter(tag ->
                                !tag.matches(
                                        "html|head|meta|title|style|body|h[123]|p|strong|ul|li"
                                                + "|pre|table|tr|td"))
                        .toList();
        assertEquals(List.of(), foreign);
    }
}
