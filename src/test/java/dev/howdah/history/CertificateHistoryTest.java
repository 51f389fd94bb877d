package dev.howdah.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.SomeCertificates;
import dev.howdah.pg.proof.Unknown;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates on disk. */
class CertificateHistoryTest {
    @TempDir private Path home;

    private CertificateHistory history() {
        return new CertificateHistory(home.resolve("data"));
    }

    private Path file() {
        return home.resolve("data/certificates.jsonl");
    }

    @Test
    void readsBackWhatWasWrittenNewestFirst() throws Exception {
        AccessCertificate strange =
                SomeCertificates.of(
                        "re\"ad\ner\u202E'",
                        List.of(
                                new Gap(
                                        Gap.Kind.WRITABLE,
                                        "s\u0001",
                                        "o",
                                        "public",
                                        List.of("a\nb", "c"),
                                        7)),
                        List.of(new Unknown(Unknown.Reason.TRIAL, "x", "55P03 y")));
        history().add(SomeCertificates.proven("reader"));
        history().add(strange);
        AccessCertificate later =
                SomeCertificates.at(
                        SomeCertificates.proven("reader"), SomeCertificates.NOON.plusSeconds(60));
        history().add(later);

        assertEquals(List.of(later, strange, SomeCertificates.proven("reader")), history().all());
        assertEquals(
                Set.of(later, strange), Set.copyOf(history().latest(SomeCertificates.ADDRESS)));
        assertEquals(List.of(), history().latest("elsewhere:5432"));
        assertEquals(3, Files.readAllLines(file()).size());
    }

    @Test
    void isEmptyBeforeTheFirstAndMakesNoFolderForThat() throws Exception {
        assertEquals(List.of(), history().all());
        assertFalse(Files.exists(home.resolve("data")));
    }

    @Test
    void keepsTheNewestTenOfEachRole() throws Exception {
        history().add(SomeCertificates.proven("other"));
        List<AccessCertificate> newestFirst = new ArrayList<>();
        for (int second = 0; second < 14; second++) {
            AccessCertificate certificate =
                    SomeCertificates.at(
                            SomeCertificates.proven("reader"),
                            SomeCertificates.NOON.plusSeconds(second));
            history().add(certificate);
            newestFirst.addFirst(certificate);
        }
        List<AccessCertificate> expected =
                new ArrayList<>(newestFirst.subList(0, CertificateHistory.OF_ONE_ROLE));
        expected.add(SomeCertificates.proven("other"));
        assertEquals(expected, history().all());
    }

    @Test
    void passesOverDamagedLinesAndKeepsThoseOfANewerConsole() throws Exception {
        history().add(SomeCertificates.proven("reader"));
        String newer = "{\"version\":2,\"secret\":\"of the future\"}";
        Files.writeString(
                file(), "{\"version\":1,\"ro\n" + newer + "\n", StandardOpenOption.APPEND);
        assertEquals(List.of(SomeCertificates.proven("reader")), history().all());

        history().add(SomeCertificates.proven("second"));
        assertEquals(
                List.of(SomeCertificates.proven("second"), SomeCertificates.proven("reader")),
                history().all());
        assertEquals(3, Files.readAllLines(file()).size());
        assertTrue(Files.readAllLines(file()).contains(newer));
    }

    @Test
    void aCertificateOfVeryManyGapsIsShortenedAndNeverLooksBetter() throws Exception {
        List<String> names =
                IntStream.range(0, 1_000).mapToObj("a long name of a table %d"::formatted).toList();
        List<Gap> gaps =
                IntStream.range(0, 300)
                        .mapToObj(i -> Gap.of(Gap.Kind.NOT_READABLE, "schema " + i, names))
                        .toList();
        AccessCertificate large = SomeCertificates.of("reader", gaps, List.of());
        history().add(large);

        AccessCertificate read = history().all().getFirst();
        assertEquals(200, read.databases().getFirst().gaps().size());
        assertEquals(1_000, read.databases().getFirst().gaps().getFirst().count());
        assertEquals(20, read.databases().getFirst().gaps().getFirst().objects().size());
        assertEquals(
                List.of(new Unknown(Unknown.Reason.TOO_MANY_GAPS, "shop", "")),
                read.databases().getFirst().unknowns());
        assertTrue(Files.size(file()) < CertificateLine.MAX_CHARACTERS);
    }

    @Test
    void survivesAKillWithEverythingThatWasSaidToBeSafe() throws Exception {
        Path data = home.resolve("data");
        for (int round = 0; round < 3; round++) {
            int wanted = 5 + 7 * round;
            List<String> said;
            try (ChildProgram child =
                    ChildProgram.start(AddingProgram.class, home, data.toString())) {
                Await.until(
                        "some certificates",
                        Duration.ofSeconds(60),
                        () -> child.said().size() >= wanted);
                child.kill();
                said = child.said();
            }
            List<String> roles =
                    history().all().stream().map(AccessCertificate::role).distinct().toList();
            for (String number : said) {
                assertTrue(roles.contains("reader" + number), number);
            }
        }
    }

    @Test
    void saysWhyAFileCannotBeWritten() throws Exception {
        Files.writeString(home.resolve("data"), "a file where the folder should be");
        assertEquals(
                Kind.LOCAL,
                assertThrows(
                                ProblemException.class,
                                () -> history().add(SomeCertificates.proven("reader")))
                        .problem()
                        .kind());
    }
}
