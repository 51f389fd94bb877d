package dev.howdah.ui.users.proof;

import dev.howdah.core.Texts;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.GapTexts;
import dev.howdah.pg.proof.Probe;
import dev.howdah.pg.proof.certificate.CertificateTexts;
import dev.howdah.pg.proof.certificate.Drift;
import dev.howdah.pg.proof.fix.Fixes;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The proof of the role that is looked at: what was found, what has changed, what would fix it. */
public final class ProofViewModel {
    private static final Texts TEXTS = Texts.of(ProofViewModel.class);

    /**
     * A gap and the means against it.
     *
     * @param fixable whether SQL can close it
     */
    record GapLine(String database, Gap gap, Level level, String sentence, boolean fixable) {}

    /** One of the twenty trials, in words. */
    record ProbeLine(String what, String answer, String expected, String way, boolean differs) {}

    /**
     * What the page shows.
     *
     * @param role whom it is about; empty when nobody is looked at
     * @param verdict one sentence, without a certificate an invitation
     * @param takenAt when it was proven; empty without a certificate
     * @param drift what can be said about the time since, beside new gaps
     * @param appeared gaps that are new since the proof
     * @param gaps those of the proof
     */
    record Page(
            Optional<String> role,
            Optional<AccessCertificate> certificate,
            Level level,
            String verdict,
            Optional<Instant> takenAt,
            List<Notice> drift,
            List<GapLine> appeared,
            List<GapLine> gaps,
            List<String> unknowns,
            List<String> looked,
            List<ProbeLine> probes) {}

    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(nothing(null));
    private Map<String, RoleProof> proofs = Map.of();
    private @Nullable String role;

    public void show(Map<String, RoleProof> newest) {
        proofs = newest;
        lay();
    }

    /** Looks at this role from now on; null at none. */
    public void look(@Nullable String name) {
        role = name;
        lay();
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    private void lay() {
        RoleProof proof = role == null ? null : proofs.get(role);
        page.set(proof == null ? nothing(role) : page(proof));
    }

    private static Page nothing(@Nullable String role) {
        return new Page(
                Optional.ofNullable(role),
                Optional.empty(),
                Level.INFO,
                TEXTS.text("proof.none"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Page page(RoleProof proof) {
        AccessCertificate certificate = proof.certificate();
        CertificateTexts texts = new CertificateTexts(certificate);
        List<GapLine> gaps = new ArrayList<>();
        List<String> unknowns = new ArrayList<>();
        List<String> looked = new ArrayList<>();
        List<ProbeLine> probes = new ArrayList<>();
        for (DatabaseProof database : certificate.databases()) {
            for (Gap gap : database.gaps()) {
                gaps.add(gap(database.database(), gap, certificate.role()));
            }
            unknowns.addAll(texts.unknowns(database));
            looked.addAll(texts.looked(database));
            for (Probe.Result result : database.probes()) {
                probes.add(probe(result, certificate));
            }
        }
        return new Page(
                Optional.of(certificate.role()),
                Optional.of(certificate),
                level(certificate),
                texts.verdict(),
                Optional.of(certificate.takenAt()),
                drift(proof),
                proof.drifts().stream().flatMap(ProofViewModel::appeared).toList(),
                gaps,
                unknowns,
                looked,
                probes);
    }

    private static Level level(AccessCertificate certificate) {
        return switch (certificate.verdict()) {
            case PROVEN -> Level.GOOD;
            case GAPS, UNPROVEN -> Level.WARNING;
            case NOT_READ_ONLY -> Level.DANGER;
        };
    }

    /** One line for all databases in which nothing has changed, and what is not known. */
    private static List<Notice> drift(RoleProof proof) {
        List<Notice> notices = new ArrayList<>();
        List<String> unchanged =
                proof.drifts().stream()
                        .filter(drift -> drift.isClean() && drift.closed().isEmpty())
                        .map(Drift::database)
                        .toList();
        if (!unchanged.isEmpty()) {
            notices.add(
                    Notice.of(Level.GOOD, Drift.unchanged(proof.certificate().role(), unchanged)));
        }
        proof.drifts().stream()
                .filter(drift -> !drift.isClean() || !drift.closed().isEmpty())
                .forEach(drift -> notices.addAll(notices(drift)));
        if (!proof.drifts().isEmpty() && !proof.notLookedAt().isEmpty()) {
            notices.add(
                    Notice.of(
                            Level.WARNING,
                            TEXTS.text(
                                    "proof.notLookedAt",
                                    proof.notLookedAt().size(),
                                    String.join(", ", proof.notLookedAt()))));
        }
        return notices;
    }

    /** The sentences of the drift without those of new gaps, which have lines of their own. */
    private static List<Notice> notices(Drift drift) {
        List<String> sentences = new ArrayList<>(drift.sentences());
        int first = drift.state() == Drift.State.COMPARED ? 0 : 1;
        sentences.subList(first, first + drift.appeared().size()).clear();
        Level level = drift.state() == Drift.State.COMPARED ? Level.GOOD : Level.WARNING;
        return sentences.stream().map(sentence -> Notice.of(level, sentence)).toList();
    }

    private static Stream<GapLine> appeared(Drift drift) {
        return drift.appeared().stream().map(gap -> gap(drift.database(), gap, drift.role()));
    }

    private static GapLine gap(String database, Gap gap, String role) {
        return new GapLine(
                database,
                gap,
                gap.kind().weight() == Gap.Weight.WRITES ? Level.DANGER : Level.WARNING,
                GapTexts.sentence(gap, role),
                !Fixes.of(gap, database, role).isEmpty());
    }

    private static ProbeLine probe(Probe.Result result, AccessCertificate certificate) {
        return new ProbeLine(
                GapTexts.probe(result.probe()),
                GapTexts.answer(result.answer()),
                GapTexts.expected(result.probe().expected(certificate.expected())),
                GapTexts.way(result.way()),
                result.differs(certificate.expected()));
    }
}
