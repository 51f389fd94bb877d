package dev.howdah.pg.proof.certificate;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.GapTexts;
import dev.howdah.pg.proof.Probe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A certificate as one page to hand on: plain text, or one HTML file that needs nothing beside it
 * and runs nothing. Names come from a server that nobody has to trust, so characters that steer a
 * reader's program or the direction of writing are shown as their codes.
 */
public final class CertificateReport {
    private static final Texts TEXTS = Texts.of(CertificateReport.class);

    private final AccessCertificate certificate;
    private final CertificateTexts texts;

    public CertificateReport(AccessCertificate certificate) {
        this.certificate = certificate;
        this.texts = new CertificateTexts(certificate);
    }

    /** Replaces the file as a whole. Blocks on the disk. */
    public void saveText(Path file) throws ProblemException {
        save(file, text());
    }

    /** Replaces the file as a whole. Blocks on the disk. */
    public void saveHtml(Path file) throws ProblemException {
        save(file, html());
    }

    private static void save(Path file, String content) throws ProblemException {
        try {
            AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    public String text() {
        StringBuilder page = new StringBuilder();
        page.append(title()).append("\n\n").append(harmless(texts.verdict())).append("\n\n");
        head().forEach(line -> page.append(line).append('\n'));
        for (DatabaseProof proof : certificate.databases()) {
            page.append('\n').append(database(proof)).append('\n');
            texts.looked(proof).forEach(line -> bullet(page, line));
            for (Gap gap : proof.gaps()) {
                bullet(page, GapTexts.sentence(gap, certificate.role()));
                texts.fix(proof, gap)
                        .forEach(sql -> page.append("      ").append(harmless(sql)).append(";\n"));
            }
            texts.unknowns(proof).forEach(line -> bullet(page, line));
            for (Probe.Result result : proof.probes()) {
                bullet(page, String.join(" | ", cells(result)));
            }
        }
        return page.toString();
    }

    private static void bullet(StringBuilder page, String line) {
        page.append("  - ").append(harmless(line)).append('\n');
    }

    public String html() {
        StringBuilder body = new StringBuilder();
        element(body, "h1", title());
        body.append("<p><strong>").append(escaped(texts.verdict())).append("</strong></p>\n");
        list(body, head());
        for (DatabaseProof proof : certificate.databases()) {
            element(body, "h2", database(proof));
            list(body, texts.looked(proof));
            if (!proof.gaps().isEmpty()) {
                element(body, "h3", TEXTS.text("report.gaps"));
            }
            for (Gap gap : proof.gaps()) {
                element(body, "p", GapTexts.sentence(gap, certificate.role()));
                texts.fix(proof, gap).forEach(sql -> element(body, "pre", sql + ";"));
            }
            if (!proof.unknowns().isEmpty()) {
                element(body, "h3", TEXTS.text("report.unknowns"));
                list(body, texts.unknowns(proof));
            }
            probes(body, proof);
        }
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        body { font-family: sans-serif; max-width: 60em; margin: 2em auto; line-height: 1.4; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        td, th { text-align: left; padding-right: 1.5em; vertical-align: top; }
        li { overflow-wrap: anywhere; }
        </style>
        </head>
        <body>
        %s</body>
        </html>
        """
                .formatted(escaped(title()), body);
    }

    private void probes(StringBuilder body, DatabaseProof proof) {
        if (proof.probes().isEmpty()) {
            return;
        }
        element(body, "h3", TEXTS.text("report.probes"));
        body.append("<table>\n");
        for (Probe.Result result : proof.probes()) {
            body.append("<tr>");
            cells(result)
                    .forEach(cell -> body.append("<td>").append(escaped(cell)).append("</td>"));
            body.append("</tr>\n");
        }
        body.append("</table>\n");
    }

    private String title() {
        return harmless(TEXTS.text("report.title", certificate.role(), certificate.server()));
    }

    private List<String> head() {
        return List.of(
                harmless(
                        TEXTS.text(
                                "report.server",
                                certificate.server(),
                                certificate.address(),
                                certificate.serverVersion())),
                TEXTS.text("report.takenAt", certificate.takenAt().toString()),
                TEXTS.text("report.login." + GapTexts.key(certificate.login())));
    }

    private static String database(DatabaseProof proof) {
        return harmless(TEXTS.text("report.database", proof.database()));
    }

    private List<String> cells(Probe.Result result) {
        return List.of(
                GapTexts.probe(result.probe()),
                GapTexts.answer(result.answer()),
                TEXTS.text(
                        "report.expected",
                        GapTexts.expected(result.probe().expected(certificate.expected()))),
                GapTexts.way(result.way()),
                result.subject());
    }

    private static void list(StringBuilder body, List<String> lines) {
        body.append("<ul>\n");
        lines.forEach(line -> element(body, "li", line));
        body.append("</ul>\n");
    }

    private static void element(StringBuilder body, String name, String text) {
        body.append('<').append(name).append('>').append(escaped(text));
        body.append("</").append(name).append(">\n");
    }

    private static String escaped(String text) {
        return harmless(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Control characters, half characters and those that turn the direction, as their codes. */
    private static String harmless(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    int type = Character.getType(c);
                    if (type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.SURROGATE
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR) {
                        plain.append("\\u").append(String.format("%04X", c));
                    } else {
                        plain.appendCodePoint(c);
                    }
                });
        return plain.toString();
    }
}
